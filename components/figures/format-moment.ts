import { intlTag } from './format-number';

/** An instant to the minute, in the time zone given: `22 Nov 2026, 22:35`. */
export function formatMoment(locale: string, at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  // en-GB writes "Sept", the only month of four letters: a column of dates would not line up.
  return format.format(at).replace('Sept ', 'Sep ');
}
