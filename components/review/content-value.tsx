import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { FigureFormat } from '@/components/figures/figure-format';
import { readDateSpan } from '@/domain/calendar';
import { listNameOf } from '@/domain/form/list-name';
import type { Field, SingleField } from '@/domain/record/field';
import { isRecordKind } from '@/domain/record/kinds';
import { codeOf, recordLabel, type ContentWords } from './content-words';
import styles from './review.module.css';

export interface ContentValueProps {
  readonly field: Field;
  /** As content holds it, or, of a draft, anything. */
  readonly value: unknown;
  /** The record or row it stands in: an amount needs its currency, a quantity its measure. */
  readonly beside: Readonly<Record<string, unknown>>;
  readonly words: ContentWords;
}

/** One value of a record as people read it. Unknown is said, never left blank. */
export function ContentValue({ field, value, beside, words }: ContentValueProps) {
  const t = useTranslations();
  const textOf = useContentText(words);
  if (field.type !== 'list') {
    const written = textOf(field, value, beside);
    if (field.type === 'text' && field.form === 'url' && /^https?:\/\//.test(written)) {
      return (
        <a href={written} rel="noreferrer" target="_blank">
          {written}
        </a>
      );
    }
    return <span className={value === null || value === undefined ? styles.unknown : styles.value}>{written}</span>;
  }
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  if (rows.length === 0) return <span className={styles.unknown}>{t('workspace.none')}</span>;
  return (
    <ul className={styles.rows}>
      {rows.map((row, position) => (
        <li key={position}>{textOf(field, [row], beside)}</li>
      ))}
    </ul>
  );
}

/** How a value is written within a sentence; the rows of a list one after another. */
export function useContentText(words: ContentWords) {
  const t = useTranslations();
  const format = useFigureFormat();
  const single = (field: SingleField, value: unknown, beside: Readonly<Record<string, unknown>>) =>
    cellText({ field, value, beside, words, t, format });

  return (field: Field, value: unknown, beside: Readonly<Record<string, unknown>>): string => {
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
    return written.length === 0 ? t('workspace.none') : written.join('; ');
  };
}

interface CellContext {
  readonly field: SingleField;
  readonly value: unknown;
  readonly beside: Readonly<Record<string, unknown>>;
  readonly words: ContentWords;
  readonly t: ReturnType<typeof useTranslations>;
  readonly format: FigureFormat;
}

function cellText({ field, value, beside, words, t, format }: CellContext): string {
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
