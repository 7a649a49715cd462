import type { IsoDate } from '../calendar';
import type { FilterValues } from './filters';

const longestPart = 40;

/** Says which table or package, which filter and which day: `cornerstone-projects-sector-housing-2026-11-22.csv`. */
export function fileName(what: string, filters: FilterValues, on: IsoDate, ending = 'csv'): string {
  const narrowing = Object.entries(filters).filter(([name]) => name !== 'sort' && name !== 'order');
  const parts = narrowing.flatMap(([name, value]) => [plain(name), plain(value)]);
  return `${['cornerstone', what, ...parts, on].filter(Boolean).join('-')}.${ending}`;
}

/** A name that every disk and every header can hold; words in other scripts are in the address, not in the file's name. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestPart)
    .replace(/^-+|-+$/g, '');
}
