import type { ReactNode } from 'react';
import styles from './record-line.module.css';

export interface RecordLineProps {
  readonly href: string;
  readonly title: string;
  /** What tells it from others: where, when, by whom. */
  readonly hint?: ReactNode;
  /** Below: a note of a reviewer. */
  readonly children?: ReactNode;
}

/** One line of a list of records or submissions, inside `PlainList`. */
export function RecordLine({ href, title, hint, children }: RecordLineProps) {
  return (
    <li>
      <a href={href} className={styles.title}>
        {title}
      </a>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </li>
  );
}
