import { historyPath } from '../history/history-path';

/** What can be found by name, in the order in which equally near names are shown. */
export const foundKinds = ['place', 'project', 'landmark', 'programme', 'organisation', 'source'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One record that a search found. */
export interface Found {
  readonly kind: FoundKind;
  readonly slug: string;
  readonly title: string;
  /** What tells it from others of the same name: its kind and where it is. */
  readonly hint: string | null;
  /** The name that was found, where it is not the title: a spelling, another language, the place that a project is in. */
  readonly foundAs: string | null;
}

/** Longer texts are no names; what is typed beyond is not looked at. */
export const longestSearch = 100;

/** Where a found record is read, below the language: its page, or its history where it has no page of its own. */
export function foundPath(kind: FoundKind, slug: string): string {
  switch (kind) {
    case 'place':
      return `/places/${slug}`;
    case 'project':
      return `/projects/${slug}`;
    case 'landmark':
      return `/heritage/${slug}`;
    default:
      return historyPath({ of: 'record', kind, slug });
  }
}
