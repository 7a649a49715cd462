import type { ReactNode } from 'react';
import styles from './map.module.css';

/** A map and the table that says the same: one under the other on a phone. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>;
}

/** Facts, and a small map of where they are. */
export function WithLocator({ children }: { readonly children: ReactNode }) {
  return <div className={styles.where}>{children}</div>;
}
