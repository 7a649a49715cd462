import type { CodeList } from '../record/code-lists';
import type { RecordKind } from '../record/kinds';
import { fold } from './fold';

/** What words in a file may mean in this record: labels of choices and codes, names and addresses of records. */
export interface Known {
  /** Values of a closed list that are called so in any language of the interface. */
  readonly choices: (values: readonly string[], text: string) => readonly string[];
  /** Codes of an open list that are called so. */
  readonly codes: (list: CodeList, text: string) => readonly string[];
  /** Identifiers of records of a kind that are called so, or, of sources, stand at that address. */
  readonly records: (kind: RecordKind, text: string) => readonly string[];
}

export interface KnownWords {
  /** Each closed list with its labels in every language, value by value. */
  readonly choices: readonly {
    readonly values: readonly string[];
    readonly labels: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly codes: readonly { readonly list: CodeList; readonly code: string; readonly labels: readonly string[] }[];
  readonly records: readonly { readonly kind: RecordKind; readonly slug: string; readonly names: readonly string[] }[];
}

/** Looks words up as people write them: without regard to case, accents and spacing. */
export function knownFrom({ choices, codes, records }: KnownWords): Known {
  const choiceIndex = new Map(
    choices.map(({ values, labels }) => [
      values,
      indexOf(values.map((value) => [value, [value, value.replaceAll('_', ' '), ...(labels[value] ?? [])]])),
    ]),
  );
  const codeIndex = indexBy(codes, ({ list, code, labels }) => [
    list,
    code,
    [code, code.replaceAll('_', ' '), ...labels],
  ]);
  const recordIndex = indexBy(records, ({ kind, slug, names }) => [kind, slug, [slug, ...names]]);
  return {
    choices: (values, text) => choiceIndex.get(values)?.get(keyOf(text)) ?? none,
    codes: (list, text) => codeIndex.get(list)?.get(keyOf(text)) ?? none,
    records: (kind, text) => recordIndex.get(kind)?.get(keyOf(text)) ?? none,
  };
}

/** For tests and for files of codes and identifiers only. */
export const nothingKnown: Known = { choices: () => [], codes: () => [], records: () => [] };

/** Two addresses that differ in one sign are two pages. */
const keyOf = (text: string): string => (/^\s*https?:\/\//i.test(text) ? text.trim() : fold(text));

const none: readonly string[] = [];

function indexBy<Row, Group>(
  rows: readonly Row[],
  partsOf: (row: Row) => readonly [Group, string, readonly string[]],
): ReadonlyMap<Group, ReadonlyMap<string, readonly string[]>> {
  const groups = new Map<Group, [string, readonly string[]][]>();
  for (const row of rows) {
    const [group, value, words] = partsOf(row);
    const known = groups.get(group);
    if (known) known.push([value, words]);
    else groups.set(group, [[value, words]]);
  }
  return new Map([...groups].map(([group, entries]) => [group, indexOf(entries)]));
}

function indexOf(entries: readonly (readonly [string, readonly string[]])[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [value, words] of entries) {
    for (const key of new Set(words.map(keyOf))) {
      if (!key) continue;
      const known = index.get(key);
      if (known) known.push(value);
      else index.set(key, [value]);
    }
  }
  return index;
}
