import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Link } from './link';

export interface EmptyStateProps {
  /** Why it is empty: "No project matches these filters." */
  readonly title: string;
  /** What would fill it. */
  readonly children?: ReactNode;
  /** The way back. */
  readonly way?: { readonly href: string; readonly label: string };
}

export function EmptyState({ title, children, way }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {way && (
        <p>
          <Link className={styles.way} href={way.href}>
            {way.label}
          </Link>
        </p>
      )}
    </div>
  );
}
