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
  const [, locale = fallbackLocale] = /^\/([a-z]{2})(?:\/|\?|$)/.exec(url) ?? [];
  if (url === `/${locale}/404`) return { ...rendered, status: rendered.status === 200 ? 404 : rendered.status };
  if (rendered.status !== 404 || !isHtml(rendered)) return rendered;
  for (const page of new Set([`/${locale}/404`, `/${fallbackLocale}/404`])) {
    const drawn = await draw(page);
    if (drawn.status === 200 && isHtml(drawn)) return { ...drawn, status: 404 };
  }
  return rendered;
}

/** What is said of an address in a language that the record does not speak. */
const fallbackLocale = 'en';

const isHtml = ({ headers }: Rendered) => String(headers['content-type'] ?? '').startsWith('text/html');
