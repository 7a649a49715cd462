import type { Rendered } from './render';

/**
 * Next draws what `notFound()` shows in the browser alone: a reader without JavaScript would get an empty page. Such an
 * answer is replaced by the page `/<locale>/404`, with the status it has; and that page is itself not found.
 */
export async function withReadableAbsence(
  url: string,
  rendered: Rendered,
  draw: (url: string) => Promise<Rendered>,
): Promise<Rendered> {
  const [, locale] = /^\/([a-z]{2})(?:\/|\?|$)/.exec(url) ?? [];
  if (!locale) return rendered;
  const page = `/${locale}/404`;
  if (url === page) return { ...rendered, status: rendered.status === 200 ? 404 : rendered.status };
  if (rendered.status !== 404 || !isHtml(rendered)) return rendered;
  const drawn = await draw(page);
  return drawn.status === 200 && isHtml(drawn) ? { ...drawn, status: 404 } : rendered;
}

const isHtml = ({ headers }: Rendered) => String(headers['content-type'] ?? '').startsWith('text/html');
