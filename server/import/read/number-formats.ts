/** What a number in a cell is shown as. Times of a day without a day are numbers. */
export type NumberKind = 'number' | 'percent' | 'day' | 'month' | 'year';

/** Formats that every spreadsheet knows by number. Source: ECMA-376, part 1, 18.8.30, and the East Asian ones beside it. */
const builtIn: Readonly<Record<number, NumberKind>> = {
  9: 'percent',
  10: 'percent',
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  22: 'day',
  27: 'month',
  28: 'day',
  29: 'day',
  30: 'day',
  31: 'day',
  36: 'month',
  50: 'month',
  51: 'day',
  52: 'month',
  53: 'day',
  54: 'day',
  55: 'month',
  56: 'day',
  57: 'month',
  58: 'day',
};

export function numberKindOf(id: number, format: string | null): NumberKind {
  if (format === null) return builtIn[id] ?? 'number';
  const [first = ''] = format.split(';');
  // Words in quotes, escaped signs, colours, conditions and padding are no part of the number.
  const signs = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  if (signs.includes('%')) return 'percent';
  if (/[#0?]/.test(signs.replace(/\.0+/g, '')) || signs.includes('general')) return 'number';
  if (signs.includes('d')) return 'day';
  if (signs.includes('y')) return signs.includes('m') ? 'month' : 'year';
  return 'number';
}
