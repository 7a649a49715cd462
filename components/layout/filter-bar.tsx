import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

export interface FilterBarProps {
  /** The page itself. */
  readonly action: string;
  readonly label: string;
  /** What the form must carry along: the sort order. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** `FilterSearch`, `FilterSelect`, `FilterCheckbox`. */
  readonly children: ReactNode;
  /** Filters for the few, folded. Opens by itself when one of them is on. */
  readonly more?: { readonly label: string; readonly isOpen: boolean; readonly children: ReactNode };
}

/** Search and filters in one GET form: works without JavaScript, and every view is a link. */
export function FilterBar({ action, label, hidden = {}, children, more }: FilterBarProps) {
  const t = useTranslations('layout.filters');
  return (
    <form className={styles.bar} action={action} method="get" role="search" aria-label={label}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.fields}>
        {children}
        <button className={styles.apply} type="submit">
          {t('apply')}
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
      <input type="search" name={name} defaultValue={value} autoComplete="off" />
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
      <select name={name} defaultValue={value ?? ''}>
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
