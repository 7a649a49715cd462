import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';
import styles from './page-head.module.css';

export interface PageHeadProps {
  readonly title: ReactNode;
  /** One or two sentences that say where things stand. */
  readonly standfirst?: ReactNode;
  readonly breadcrumb?: readonly Crumb[];
  /** One short line above the title: sector and place of a project. */
  readonly kicker?: ReactNode;
  /** Under the standfirst: marks, download links. */
  readonly children?: ReactNode;
}

/** The top of every page: where it is, its one `h1`, what it says. */
export function PageHead({ title, standfirst, breadcrumb, kicker, children }: PageHeadProps) {
  return (
    <div className={styles.head}>
      {breadcrumb && <Breadcrumb trail={breadcrumb} />}
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <h1>{title}</h1>
      {standfirst && <div className={styles.standfirst}>{standfirst}</div>}
      {children && <div className={styles.rest}>{children}</div>}
    </div>
  );
}
