import type { IsoDate } from '../calendar';

const longest = 150;

/** The name of a package's file: which language, which filter and which day, as every disk can hold it. */
export function packageName(language: string, narrowing: Readonly<Record<string, string>>, on: IsoDate): string {
  const parts = ['cornerstone-oc4ids', language, ...Object.entries(narrowing).flat()];
  const name = parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/-+$/, '');
  return `${name}-${on}.json`;
}
