import type { Past } from '@/domain/past';

/** The address of the page that is being read: what it asks beside the day goes along to another day. */
export interface AskedPage {
  readonly pathname: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly past: Past;
}

/** The same page on another day. */
export function hrefOn({ pathname, kept }: AskedPage, days: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams([
    ...kept.map(([name, value]) => [name, value]),
    ...Object.entries(days),
  ]).toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
