import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import controls from '@/components/controls/controls.module.css';
import { pastQuery } from '@/domain/past';
import styles from './filter-bar.module.css';
import { readAt } from './read-at';

export interface FilterBarProps {
  /** The page itself. */
  readonly action: string;
  readonly label: string;
  /** What the form must carry along: the sort order. The day that the page is read at goes along by itself. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Choices that are sentences and not words: each has a line of its own on a phone. */
  readonly isWide?: boolean;
  /** What the button says where it is no filter that it applies. */
  readonly apply?: string;
  /** `FilterSearch`, `FilterSelect`, `FilterDay`, `FilterCheckbox`. */
  readonly children: ReactNode;
  /** Filters for the few, folded. Opens by itself when one of them is on. */
  readonly more?: { readonly label: string; readonly isOpen: boolean; readonly children: ReactNode };
}

/** Search and filters in one GET form: works without JavaScript, and every view is a link. */
export function FilterBar({ action, label, hidden, isWide = false, apply, children, more }: FilterBarProps) {
  const t = useTranslations('layout.filters');
  return (
    <form className={styles.bar} action={action} method="get" role="search" aria-label={label}>
      {Object.entries({ ...hidden, ...pastQuery(readAt()) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={isWide ? `${styles.fields} ${styles.wide}` : styles.fields}>
        {children}
        <button className={styles.apply} type="submit">
          {apply ?? t('apply')}
        </button>
      </div>
      {more && (
        <details className={styles.more} open={more.isOpen}>
          <summary>{more.label}</summary>
          <div className={styles.fields}>{more.children}</div>
        </details>
      )}
    </form>
  );
}

export interface FilterSearchProps {
  readonly name: string;
  readonly label?: string;
  readonly value?: string;
}

export function FilterSearch({ name, label, value }: FilterSearchProps) {
  const t = useTranslations('layout.filters');
  return (
    <label className={`${styles.field} ${styles.search}`}>
      <span>{label ?? t('search')}</span>
      <input className={controls.control} type="search" name={name} defaultValue={value} autoComplete="off" />
    </label>
  );
}

export interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The choice that filters nothing; "Any" by default. Null: there is none. */
  readonly anyLabel?: string | null;
}

export function FilterSelect({ name, label, value, options, anyLabel }: FilterSelectProps) {
  const t = useTranslations('layout.filters');
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select className={controls.control} name={name} defaultValue={value ?? ''}>
        {anyLabel !== null && <option value="">{anyLabel ?? t('any')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface FilterDayProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** No later day can be chosen. */
  readonly latest?: string;
}

export function FilterDay({ name, label, value, latest }: FilterDayProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input className={controls.control} type="date" name={name} defaultValue={value} max={latest} />
    </label>
  );
}

export interface FilterCheckboxProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly isOn?: boolean;
}

export function FilterCheckbox({ name, label, value = 'yes', isOn }: FilterCheckboxProps) {
  return (
    <label className={styles.checkbox}>
      <input type="checkbox" name={name} value={value} defaultChecked={isOn} />
      <span>{label}</span>
    </label>
  );
}
