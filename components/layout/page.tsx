import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The column that every page stands in. The layouts put `<main id="content">` around it. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly id?: string;
  /** What the reader needs before the figures: definition, limits. */
  readonly intro?: ReactNode;
  /** Beside the title: a link to the whole list. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

export function Section({ title, id, intro, aside, level = 2, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={level === 2 ? styles.section : styles.subsection} id={id}>
      <div className={styles.heading}>
        <Heading>{title}</Heading>
        {aside && <p className={styles.aside}>{aside}</p>}
      </div>
      {intro && <div className={styles.intro}>{intro}</div>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** The few figures that matter, side by side where there is room. */
export function FigureGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}

/** Two columns where there is room, in reading order below each other where there is not. */
export function Columns({
  children,
  ratio = 'even',
}: {
  readonly children: ReactNode;
  readonly ratio?: 'even' | 'wide-first';
}) {
  return <div className={`${styles.columns} ${ratio === 'wide-first' ? styles.wideFirst : ''}`}>{children}</div>;
}

/** Things below each other with an even distance. */
export function Stack({
  children,
  gap = 'normal',
}: {
  readonly children: ReactNode;
  readonly gap?: 'tight' | 'normal' | 'wide';
}) {
  return <div className={`${styles.stack} ${styles[gap]}`}>{children}</div>;
}

/** Running text at a readable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>;
}

/** A list without ornament, one thing a line: what changed, what is late. */
export function PlainList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}
