import { withheldWord } from '../privacy/not-held';
import type { RecordDefinition } from '../record/define';
import type { ListField, SingleField } from '../record/field';
import { error, type Finding } from '../record/finding';
import { readMoneyText, writeMoneyText } from './money-text';
import { readNumberText, writeNumberText } from './number-text';

/** What stands in a form: text by the name of its control, such as `title` or `places.0.placeSlug`. Empty is not known. */
export type FormValues = Readonly<Record<string, string>>;

export interface RawContent {
  /** For `readContent`, and for a draft. What cannot be read is kept as typed, so that nothing typed is lost. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** What only the form can see: that a number may mean two things. The rest is found by `readContent`. */
  readonly findings: readonly Finding[];
}

/** Reads what was typed into what a draft keeps. Rows in which nothing is typed are no rows. */
export function rawFromValues(definition: RecordDefinition, typed: FormValues): RawContent {
  const values = withoutEmptyRows(definition, typed);
  const findings: Finding[] = [];
  const currency = currencyIn(values.currency);
  const read = (field: SingleField, name: string) => {
    const cell = rawCell(field, values[name] ?? '', currency);
    if (cell.isAmbiguous) findings.push(error('ambiguous-number', name, bothReadings(values[name] ?? '')));
    return cell.raw;
  };
  const raw = Object.fromEntries(
    Object.entries(definition.fields).map(([name, field]) => [
      name,
      field.type === 'list'
        ? Array.from({ length: rowCount(values, name) }, (_, position) => readRow(field, `${name}.${position}`, read))
        : read(field, name),
    ]),
  );
  return { raw, findings };
}

/** The other way: the text of each control for content, or for a draft that may hold anything. */
export function valuesFromContent(definition: RecordDefinition, content: unknown): FormValues {
  const given = isObject(content) ? content : {};
  const currency = currencyIn(given.currency);
  const values: Record<string, string> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type !== 'list') {
      values[name] = cellText(field, given[name], currency);
      continue;
    }
    const rows: readonly unknown[] = Array.isArray(given[name]) ? given[name] : [];
    rows.forEach((row, position) => {
      for (const [key, each] of Object.entries(field.fields)) {
        values[`${name}.${position}.${key}`] = cellText(each, isObject(row) ? row[key] : null, currency);
      }
    });
  }
  return values;
}

/** How many rows of a list the form holds. */
export function rowCount(values: FormValues, list: string): number {
  const positions = Object.keys(values).flatMap((name) => {
    const [head, position] = name.split('.');
    return head === list && position !== undefined ? [Number(position)] : [];
  });
  return positions.length === 0 ? 0 : Math.max(...positions) + 1;
}

/** The same values without rows in which nothing is typed; the others move up. */
export function withoutEmptyRows(definition: RecordDefinition, values: FormValues): FormValues {
  const kept: Record<string, string> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type !== 'list') {
      kept[name] = values[name] ?? '';
      continue;
    }
    filledRows(field, name, values).forEach((from, to) => {
      for (const key of Object.keys(field.fields))
        kept[`${name}.${to}.${key}`] = values[`${name}.${from}.${key}`] ?? '';
    });
  }
  return kept;
}

/** Positions of the rows in which something is typed. */
function filledRows(field: ListField, name: string, values: FormValues): readonly number[] {
  return Array.from({ length: rowCount(values, name) }, (_, position) => position).filter((position) =>
    Object.keys(field.fields).some((key) => (values[`${name}.${position}.${key}`] ?? '').trim() !== ''),
  );
}

function readRow(field: ListField, prefix: string, read: (field: SingleField, name: string) => unknown) {
  return Object.fromEntries(Object.entries(field.fields).map(([key, each]) => [key, read(each, `${prefix}.${key}`)]));
}

interface RawCell {
  readonly raw: unknown;
  readonly isAmbiguous?: boolean;
}

function rawCell(field: SingleField, typed: string, currency: string): RawCell {
  if (typed.trim() === '') return { raw: null };
  switch (field.type) {
    case 'number': {
      const read = readNumberText(typed);
      return read.kind === 'number' ? { raw: read.value } : { raw: typed, isAmbiguous: read.kind === 'ambiguous' };
    }
    case 'money': {
      const read = readMoneyText(typed, currency);
      return read.kind === 'minor-units' ? { raw: read.text } : { raw: typed, isAmbiguous: read.kind === 'ambiguous' };
    }
    case 'yes-no':
      return { raw: typed === 'yes' ? true : typed === 'no' ? false : typed };
    case 'geometry':
      return { raw: parsedJson(typed) };
    default:
      return { raw: typed.replaceAll('\r\n', '\n') };
  }
}

function cellText(field: SingleField, value: unknown, currency: string): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'yes-no' && typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.type === 'money' && typeof value === 'string') return writeMoneyText(value, currency);
  if (typeof value === 'number') return writeNumberText(value);
  // The number is not held here: whoever knows it enters it.
  if (field.type === 'number' && value === withheldWord) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `1,234` may be 1234 or 1.234. */
const bothReadings = (found: string) => ({
  found,
  whole: found.trim().replace(',', ''),
  decimal: found.trim().replace(',', '.'),
});

const currencyIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
