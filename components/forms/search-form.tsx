import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { fieldId } from '@/components/controls/field';
import controls from '@/components/controls/controls.module.css';
import styles from './forms.module.css';

export interface SearchFormProps {
  readonly action: string;
  readonly label: string;
  readonly value: string;
  /** What the address carries along. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One box and one button: a search is an address. */
export function SearchForm({ action, label, value, hidden = {} }: SearchFormProps) {
  const t = useTranslations('workspace.form');
  return (
    <form action={action} method="get" role="search" className={styles.search}>
      {Object.entries(hidden).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <label htmlFor={fieldId('q')} className={controls.label}>
        {label}
      </label>
      <div className={styles.searchLine}>
        <input
          id={fieldId('q')}
          name="q"
          type="search"
          defaultValue={value}
          className={`${controls.control} ${controls.long}`}
          autoComplete="off"
        />
        <Button weight="secondary">{t('find')}</Button>
      </div>
    </form>
  );
}
