import styles from './api.module.css';

export interface CodeBlockProps {
  /** What it is, for who hears it: the block scrolls, so it can be reached with the keyboard. */
  readonly label: string;
  readonly code: string;
}

/** Text to copy, as it stands. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <pre className={styles.code} role="region" aria-label={label} tabIndex={0}>
      <code>{code}</code>
    </pre>
  );
}
