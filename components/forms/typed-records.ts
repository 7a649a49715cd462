import { type FormValues, withoutEmptyRows } from '@/domain/form/form-values';
import type { RecordKind } from '@/domain/record/kinds';
import { records as definitions } from '@/domain/record/records';
import { controlLabel, type FormSpec } from './form-spec';
import type { FormRefusal, TypedRecord } from './form-state';

/** A record added on the way, with its name as it was typed into the search. */
export function addedRecord(kind: RecordKind, slug: string, name: string): TypedRecord {
  const values: FormValues = kind === 'source' ? { title: name, titleBasis: 'headline' } : { name };
  return {
    kind,
    slug,
    replaces: null,
    action: 'add',
    baseVersion: null,
    reasonKind: 'first_publication',
    reason: '',
    answer: '',
    values,
  };
}

export const titleIn = ({ values, slug }: TypedRecord): string => values.title || values.name || slug;

/** What is sent: without rows in which nothing was typed, so that findings name the rows as the form shows them. */
export function tidied(typed: readonly TypedRecord[], begun: TypedRecord): readonly TypedRecord[] {
  const isNew = begun.action === 'add' && begun.replaces === null;
  return typed.map((record, index) => {
    const values = index === 0 && isNew ? withoutRowsAsGiven(record.values, begun.values) : record.values;
    return { ...record, values: withoutEmptyRows(definitions[record.kind], values) };
  });
}

/** Rows that a new form offers and nobody filled in, such as the measures of the last report, are no rows. */
function withoutRowsAsGiven(values: FormValues, given: FormValues): FormValues {
  const rowOf = (name: string) => /^(\w+\.\d+)\./.exec(name)?.[1];
  const touched = new Set(
    Object.keys(values).flatMap((name) => (values[name] === given[name] ? [] : (rowOf(name) ?? []))),
  );
  const isUntouched = (name: string) => {
    const row = rowOf(name);
    return row !== undefined && !touched.has(row);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isUntouched(name) ? '' : value]));
}

/** By control: `0.places.0.placeSlug`. Each sentence with its field, which the summary stands far from. */
export function summaryOf(
  refusal: FormRefusal | null,
  typed: readonly TypedRecord[],
  specs: readonly FormSpec[],
): Readonly<Record<string, readonly string[]>> {
  const entries = (refusal?.findings ?? []).flatMap(({ errors, warnings }, index) => {
    const spec = specs.find(({ kind }) => kind === typed[index]?.kind);
    return [...Object.entries(errors), ...Object.entries(warnings)].map(([path, sentences]) => {
      const label = spec && controlLabel(spec, path);
      return [`${index}.${path}`, sentences.map((sentence) => (label ? `${label}: ${sentence}` : sentence))] as const;
    });
  });
  return Object.fromEntries(entries);
}
