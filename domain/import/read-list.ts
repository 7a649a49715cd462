import { readListCell, writeListCell } from '../export/list-cell';
import { cutMark } from '../export/xlsx-cell';
import { type Cell, type Row, rowsOf } from '../record/content';
import type { ListField, SingleField } from '../record/field';
import { cellText, type FileCell, isBlank } from './cell';
import { type CellContext, type CellRefused, expectedOf, isCutOf, readFieldCell } from './field-cell';
import type { RowFinding } from './finding';
import type { Plan, RowInReading } from './reading-plan';
import { entriesExpected, findingAt } from './row-findings';
import { keptParts } from './withheld';

/** The rows of a list: the nth entries of its columns belong together; a blank column knows none of them. */
export function readList(row: RowInReading, name: string, field: ListField, context: CellContext): unknown {
  const { before, plan, cells, reader } = row;
  const published = before ? rowsOf(before, name) : [];
  const keys = Object.keys(field.fields).filter((key) => isBroughtInList(plan, name, key));
  if (keys.length === 0) return published;
  row.touched.push(name);
  const entries = new Map(
    keys.map((key) => [
      key,
      entriesIn(
        cells[plan.get(`${name}.${key}`)?.value ?? -1],
        published.map((each) => each[key] ?? null),
      ),
    ]),
  );
  const counts = new Set([...entries.values()].map(({ length }) => length).filter((length) => length > 0));
  if (counts.size > 1) {
    for (const key of keys)
      row.findings.push(unevenEntries(row, name, key, entries.get(key)?.length ?? 0, Math.max(...counts)));
    return published;
  }
  const [count = 0] = counts;
  const kept = keptParts(row, name, count, (key, at) => cellText(entries.get(key)?.[at]));
  if (!kept.ok) {
    row.findings.push(
      findingAt(
        reader,
        headerIn(plan, name, kept.problem.key),
        '',
        { code: 'withheld-entry', words: {} },
        entriesExpected,
      ),
    );
    return published;
  }
  if (kept.value.length > 0) row.keptWithheld.push(name);

  const rows = Array.from({ length: count }, (_, at) => {
    const read: Record<string, unknown> = {};
    for (const key of keys) {
      const each = field.fields[key];
      if (!each) continue;
      const keptValue = kept.value.find((one) => one.at === at && one.key === key);
      if (keptValue) {
        read[key] = keptValue.value;
        continue;
      }
      const cell = entries.get(key)?.[at];
      const value = readFieldCell(each, cell, context, published[at]?.[key]);
      if (value.ok) read[key] = value.value;
      else row.findings.push(entryFinding(row, name, key, at, cellText(cell), value.problem, each));
    }
    return read;
  });
  return withUnmapped(rows, Object.keys(field.fields), keys, published);
}

/** A single typed entry stays typed: a spreadsheet made a number of a list that has one. */
function entriesIn(cell: FileCell | undefined, published: readonly Cell[]): readonly FileCell[] {
  if (cell === undefined || isBlank(cell)) return [];
  if (typeof cell !== 'string') return [cell];
  const text = cell.replaceAll('\r\n', '\n');
  const whole = text.endsWith(cutMark)
    ? writeListCell(published.map((entry) => (entry === null ? null : String(entry))))
    : text;
  return readListCell(isCutOf(text, whole) ? whole : text).map((entry) => entry ?? '');
}

/** A date in a list is brought by its text alone; its days stand beside it for readers. */
const isBroughtInList = (plan: Plan, list: string, key: string): boolean =>
  (plan.get(`${list}.${key}`)?.value ?? -1) !== -1;

/**
 * What the file has no column for stays as it is published: of the row in the same place where the rest is the same, else of
 * the one row that says the same. A row that nobody published knows nothing of it.
 */
function withUnmapped(
  rows: readonly Record<string, unknown>[],
  allKeys: readonly string[],
  mapped: readonly string[],
  published: readonly Row[],
): readonly Record<string, unknown>[] {
  const unmapped = allKeys.filter((key) => !mapped.includes(key));
  if (unmapped.length === 0) return rows;
  const saysTheSame = (row: Record<string, unknown>, other: Row | undefined) =>
    other !== undefined && mapped.every((key) => (row[key] ?? null) === (other[key] ?? null));
  return rows.map((row, at) => {
    const same = saysTheSame(row, published[at]) ? published[at] : published.find((other) => saysTheSame(row, other));
    return { ...Object.fromEntries(unmapped.map((key) => [key, same?.[key] ?? null])), ...row };
  });
}

const headerIn = (plan: Plan, list: string, key: string): string => plan.get(`${list}.${key}`)?.header ?? list;

function unevenEntries(
  { reader, plan, cells }: RowInReading,
  list: string,
  key: string,
  count: number,
  most: number,
): RowFinding {
  const header = headerIn(plan, list, key);
  const found = cellText(cells[plan.get(`${list}.${key}`)?.value ?? -1]);
  const words = { count: String(count), most: String(most), list };
  return { ...findingAt(reader, header, found, { code: 'entries-differ', words }, entriesExpected), path: list };
}

function entryFinding(
  { reader, plan }: RowInReading,
  list: string,
  key: string,
  at: number,
  found: string,
  problem: CellRefused,
  field: SingleField,
): RowFinding {
  const header = headerIn(plan, list, key);
  const words = { ...problem.words, entry: String(at + 1) };
  return {
    ...findingAt(reader, header, found, { code: problem.code, words }, expectedOf(field)),
    path: `${list}.${at}.${key}`,
  };
}
