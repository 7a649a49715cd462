import type { ReactNode } from 'react';
import styles from './map.module.css';

/** Facts, and a small map of where they are. */
export function WithLocator({ children }: { readonly children: ReactNode }) {
  return <div className={styles.where}>{children}</div>;
}
