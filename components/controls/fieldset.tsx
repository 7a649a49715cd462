import type { ReactNode } from 'react';
import styles from './controls.module.css';

export interface FieldsetProps {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  /** `row`: short fields side by side where there is room. */
  readonly layout?: 'column' | 'row';
  readonly children: ReactNode;
}

/** Fields that people think of together. */
export function Fieldset({ legend, hint, layout = 'column', children }: FieldsetProps) {
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={layout === 'row' ? styles.row : styles.column}>{children}</div>
    </fieldset>
  );
}
