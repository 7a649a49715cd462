import type { FieldColumn } from '../export/column';
import { fold } from './fold';
import { az } from './header-words/az';
import { en } from './header-words/en';
import { hy } from './header-words/hy';
import { namesScale } from './header-words/other-words';
import { ru } from './header-words/ru';
import { headerOfTag } from './hxl-tags';
import { definitionOf, type RecordTable, type Role, targetsOf, valueColumn } from './targets';

/** By column of the file, from 0: the header of our column that it fills, or null for one that is left out. */
export type Mapping = readonly (string | null)[];

export type Recognition = 'remembered' | 'header' | 'tag' | 'word';

export interface ColumnGuess {
  readonly position: number;
  /** As it stands in the file. */
  readonly header: string;
  readonly target: string | null;
  readonly recognisedBy: Recognition | null;
  /** What will be done with it; null where it is not recognised. */
  readonly role: Role | null;
  /** The header speaks of thousands or millions: numbers below it are not what they look like. */
  readonly namesScale: boolean;
  /** Another column was taken for the same. */
  readonly isRepeat: boolean;
}

export interface MappingGuess {
  readonly columns: readonly ColumnGuess[];
  readonly mapping: Mapping;
  /** Required columns of a new record that the file does not have, by our header. */
  readonly missing: readonly string[];
  /** Every header is ours, so it is a file that Cornerstone wrote. */
  readonly isOwnFile: boolean;
}

export interface Headers {
  readonly headers: readonly string[];
  readonly tags?: readonly string[] | null;
  /** What a person chose for the same layout before, by folded header; null for "leave it out". */
  readonly remembered?: Readonly<Record<string, string | null>> | null;
  /** Labels of our columns in the languages of the interface, by our header. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** For each column of the file the column of ours that it most likely is, and how it was recognised. */
export function guessMapping(
  table: RecordTable,
  { headers, tags, remembered, labels = noLabels }: Headers,
): MappingGuess {
  const targets = targetsOf(table);
  const words = wordsOf(table, labels);
  const recognise = (header: string, position: number): { target: string | null; recognisedBy: Recognition } | null => {
    const before = remembered?.[layoutKey(header)];
    if (before === null || (before !== undefined && targets.has(before))) {
      return { target: before, recognisedBy: 'remembered' };
    }
    const plain = header.trim().toLowerCase();
    if (targets.has(plain)) return { target: plain, recognisedBy: 'header' };
    const tagged = headerOfTag(table, tags?.[position] ?? '');
    if (tagged && targets.has(tagged)) return { target: tagged, recognisedBy: 'tag' };
    const word = words.get(fold(header)) ?? words.get(fold(withoutUnit(header)));
    return word ? { target: word, recognisedBy: 'word' } : null;
  };

  const found = headers.map((header, position) => ({ header, position, ...recognise(header, position) }));
  const taken = takenBy(found);
  const columns = found.map(({ header, position, target = null, recognisedBy = null }): ColumnGuess => {
    const isRepeat = target !== null && taken.get(target) !== position;
    const kept = isRepeat ? null : target;
    return {
      position,
      header,
      target: kept,
      recognisedBy: recognisedBy ?? null,
      role: kept === null ? null : (targets.get(kept)?.role ?? null),
      namesScale: namesScale(header),
      isRepeat,
    };
  });
  const mapping = columns.map(({ target }) => target);
  const filled = headers.filter((header) => header.trim() !== '');
  const isOwnFile =
    filled.includes('slug') &&
    filled.every((header) => targets.get(header)?.column !== undefined && targets.has(header));
  return { columns, mapping, missing: missingColumns(table, mapping), isOwnFile };
}

/** One and the same, so that the words of a table are put together once. */
const noLabels: Readonly<Record<string, readonly string[]>> = {};

/** The key under which a choice is remembered for a header. */
export const layoutKey = (header: string): string => fold(header);

const certainty: Readonly<Record<Recognition, number>> = { remembered: 4, header: 3, tag: 2, word: 1 };

/** Of columns that look like the same the most certain wins, and of those the first. */
function takenBy(
  found: readonly { position: number; target?: string | null; recognisedBy?: Recognition }[],
): ReadonlyMap<string, number> {
  const taken = new Map<string, { position: number; weight: number }>();
  for (const { position, target, recognisedBy } of found) {
    if (!target || !recognisedBy) continue;
    const weight = certainty[recognisedBy];
    const before = taken.get(target);
    if (!before || weight > before.weight) taken.set(target, { position, weight });
  }
  return new Map([...taken].map(([target, { position }]) => [target, position]));
}

/** Required fields that no column of the file fills, in the order of the table. A value may come by its stand-in. */
export function missingColumns(table: RecordTable, mapping: Mapping): readonly string[] {
  const mapped = new Set(mapping);
  const targets = targetsOf(table);
  const isFilled = (column: FieldColumn) =>
    mapped.has(column.header) ||
    [...targets.values()].some(
      (target) =>
        target.column?.origin === 'field' &&
        target.column.name === column.name &&
        target.column.list === column.list &&
        (target.role === 'stand-in' || target.column.facet === 'first') &&
        mapped.has(target.header),
    );
  return Object.entries(definitionOf(table).fields).flatMap(([name, field]) => {
    if (field.type !== 'list') {
      const column = valueColumn(table, name, null);
      return field.isRequired && !isFilled(column) ? [column.header] : [];
    }
    const inner = Object.entries(field.fields).map(([key, each]) => ({ each, column: valueColumn(table, key, name) }));
    const isBrought = inner.some(({ column }) => isFilled(column));
    return inner.flatMap(({ each, column }) =>
      each.isRequired && !isFilled(column) && (field.isRequired || isBrought) ? [column.header] : [],
    );
  });
}

export interface ConventionColumn {
  readonly position: number;
  readonly what: 'number' | 'date';
}

/** The columns of the file in which the conventions of numbers and dates matter: what `noteCell` is to be told of. */
export function conventionColumns(table: RecordTable, mapping: Mapping): readonly ConventionColumn[] {
  const targets = targetsOf(table);
  return mapping.flatMap((header, position): readonly ConventionColumn[] => {
    const column = header === null ? null : targets.get(header)?.column;
    if (column?.origin !== 'field') return [];
    if (column.field.type === 'date' && column.facet !== 'precision') return [{ position, what: 'date' }];
    const isNumber = column.field.type === 'number' || column.field.type === 'money';
    return isNumber && column.facet === 'value' ? [{ position, what: 'number' }] : [];
  });
}

const languages = [en, az, ru, hy];
const known = new WeakMap<object, Map<RecordTable, ReadonlyMap<string, string>>>();

/** Folded words above a column → our header. A word of this table alone goes before one of all tables; ours before labels. */
function wordsOf(table: RecordTable, labels: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const byTable = known.get(labels) ?? new Map<RecordTable, ReadonlyMap<string, string>>();
  known.set(labels, byTable);
  const before = byTable.get(table);
  if (before) return before;
  const words = new Map<string, string>();
  const note = (word: string, header: string) => {
    const key = fold(word);
    if (key && !words.has(key)) words.set(key, header);
  };
  const headers = [...targetsOf(table).values()].filter(({ role }) => role !== 'ignored' && role !== 'about');
  for (const { header } of headers) note(header.replaceAll('_', ' '), header);
  for (const language of languages) {
    for (const { header } of headers) for (const word of language[`${table}.${header}`] ?? []) note(word, header);
  }
  // In the table of a thing its own name is its title, and in every other table it names the thing.
  for (const language of languages)
    for (const { header } of headers) for (const word of language[header] ?? []) note(word, header);
  for (const { header } of headers) for (const word of labels[header] ?? []) note(word, header);
  byTable.set(table, words);
  return words;
}

/** `Length (km)`, `Progress, %`: the unit is said, and is not the name. A scale stays: it changes what the number is. */
function withoutUnit(header: string): string {
  if (namesScale(header)) return header;
  return header.replace(/\s*[([].*?[)\]]\s*$/u, '').replace(/,\s*[^,\s]{1,6}\s*$/u, '');
}
