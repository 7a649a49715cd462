'use client'; // takes the focus when it appears, so that a form sent by keyboard says at once what is wrong

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import styles from './controls.module.css';
import { fieldId } from './field';

export interface ErrorSummaryProps {
  readonly title?: string;
  /** By field name. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Of the whole form, without a field. */
  readonly message?: string;
}

/** Everything that must be fixed, each a link to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ title, errors, message }: ErrorSummaryProps) {
  const t = useTranslations('controls');
  const summary = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors).flatMap(([name, texts]) => texts.map((text) => ({ name, text })));
  const isShown = lines.length > 0 || Boolean(message);
  useEffect(() => {
    if (isShown) summary.current?.focus();
  }, [isShown, errors, message]);
  if (!isShown) return null;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={summary}>
      <p className={styles.summaryTitle}>{title ?? t('problem')}</p>
      {message && <p>{message}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              <a href={`#${fieldId(name)}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
