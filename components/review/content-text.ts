import type { FigureFormat } from '@/components/figures/figure-format';
import type { FormWords } from '@/components/forms/form-spec';
import { readDateSpan } from '@/domain/calendar';
import { listNameOf } from '@/domain/form/list-name';
import type { Field, SingleField } from '@/domain/record/field';
import { isRecordKind } from '@/domain/record/kinds';
import { codeOf, recordLabel, type ContentWords } from './content-words';

type Beside = Readonly<Record<string, unknown>>;

/** What turns a value of a record into text: names and labels, the messages, and how figures are written. */
export interface TextContext {
  readonly words: ContentWords;
  readonly t: FormWords;
  readonly format: FigureFormat;
}

/** How a value is written within a sentence; the rows of a list one after another. */
export function contentText(field: Field, value: unknown, beside: Beside, context: TextContext): string {
  const single = (each: SingleField, given: unknown, row: Beside) =>
    cellText({ field: each, value: given, beside: row, ...context });
  if (field.type !== 'list') return single(field, value, beside);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const written = rows.map((row) =>
    Object.entries(field.fields)
      .flatMap(([key, each]) => {
        const given = isObject(row) ? row[key] : null;
        return given === null || given === undefined || !isObject(row)
          ? []
          : [single(each, given, { ...beside, ...row })];
      })
      .join(' · '),
  );
  return written.length === 0 ? context.t('workspace.none') : written.join('; ');
}

interface Cell extends TextContext {
  readonly field: SingleField;
  readonly value: unknown;
  readonly beside: Beside;
}

function cellText({ field, value, beside, words, t, format }: Cell): string {
  if (value === null || value === undefined || value === '') return t('workspace.unknown');
  switch (field.type) {
    case 'choice': {
      const label = `vocabulary.${listNameOf(field.values)}.${String(value)}`;
      return t.has(label) ? t(label) : String(value);
    }
    case 'code':
      return codeOf(words, field.list, String(value))?.label ?? String(value);
    case 'reference':
      return recordLabel(words, field.to, String(value));
    case 'record': {
      const kind = String(beside[field.kindField] ?? '');
      return isRecordKind(kind) ? recordLabel(words, kind, String(value)) : String(value);
    }
    case 'date': {
      const span = readDateSpan(String(value));
      return span.ok ? format.date(span.value) : String(value);
    }
    case 'money': {
      const currency = typeof beside.currency === 'string' ? beside.currency : '';
      return /^\d+$/.test(String(value)) ? format.money(BigInt(String(value)), currency, 'exact') : String(value);
    }
    case 'number': {
      // In the place of a count that is too small to be published: see `public_revision`.
      if (value === 'withheld') return t('figures.withheld');
      if (typeof value !== 'number') return String(value);
      const measure = typeof beside.measure === 'string' ? codeOf(words, 'measure', beside.measure) : undefined;
      if (field.unit === 'units')
        return measure?.unit ? `${format.number(value, 4)}\u00a0${measure.unit}` : format.number(value, 4);
      const unit = `workspace.units.${field.unit.replaceAll(' ', '_')}`;
      return t.has(unit) ? `${format.number(value, 4)}\u00a0${t(unit)}` : format.number(value, 4);
    }
    case 'yes-no':
      return value === true ? t('workspace.yes') : value === false ? t('workspace.no') : String(value);
    case 'geometry':
      return isObject(value) && typeof value.type === 'string' ? value.type : JSON.stringify(value);
    case 'text':
      return String(value);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
