import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { Field } from '@/domain/record/field';
import { contentText } from './content-text';
import type { ContentWords } from './content-words';
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
  const format = useFigureFormat();
  const textOf = (given: unknown) => contentText(field, given, beside, { words, t, format });
  if (field.type !== 'list') {
    const written = textOf(value);
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
        <li key={position}>{textOf([row])}</li>
      ))}
    </ul>
  );
}
