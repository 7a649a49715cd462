import { pastNames } from '@/domain/past';
import type { Rendered } from './render';

/**
 * Next draws what `notFound()` shows in the browser alone: a reader without JavaScript would get an empty page. Such an
 * answer is replaced by the page `/<locale>/404`, with the status it has; and that page is itself not found. The days that
 * were asked for are kept: whoever reads a past and takes a wrong turn is still in that past.
 */
export async function withReadableAbsence(
  url: string,
  rendered: Rendered,
  draw: (url: string) => Promise<Rendered>,
): Promise<Rendered> {
  const [, locale = fallbackLocale] = /^\/([a-z]{2})(?:\/|\?|$)/.exec(url) ?? [];
  if (url.split('?', 1)[0] === `/${locale}/404`)
    return { ...rendered, status: rendered.status === 200 ? 404 : rendered.status };
  if (rendered.status !== 404 || !isHtml(rendered)) return rendered;
  for (const page of new Set([`/${locale}/404`, `/${fallbackLocale}/404`])) {
    const drawn = await draw(page + daysIn(url));
    if (drawn.status === 200 && isHtml(drawn)) return { ...drawn, status: 404 };
  }
  return rendered;
}

/** What is said of an address in a language that the record does not speak. */
const fallbackLocale = 'en';

/** As they were asked: a day that is none is the page's to refuse. */
function daysIn(url: string): string {
  const asked = new URLSearchParams(url.split('?')[1]);
  const days = new URLSearchParams(pastNames.flatMap((name) => asked.getAll(name).map((day) => [name, day])));
  return days.size > 0 ? `?${days}` : '';
}

const isHtml = ({ headers }: Rendered) => String(headers['content-type'] ?? '').startsWith('text/html');
