'use client'; // redrawn while one types

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { FormValues } from '@/domain/form/form-values';
import styles from './forms.module.css';

/** A pause in typing after which the preview is worth drawing. */
const drawnAfterMs = 700;

/** What the public will see, drawn by the server from what is typed. */
export function FormPreview({
  values,
  draw,
}: {
  readonly values: FormValues;
  readonly draw: (values: FormValues) => Promise<ReactNode>;
}) {
  const t = useTranslations('workspace.report');
  const [drawn, setDrawn] = useState<{ readonly of: FormValues; readonly node: ReactNode } | null>(null);
  const isOld = drawn?.of !== values;

  useEffect(() => {
    let isLeft = false;
    const timer = setTimeout(async () => {
      try {
        const node = await draw(values);
        if (!isLeft) setDrawn({ of: values, node });
      } catch {
        // Without a connection the last preview stays, faded.
      }
    }, drawnAfterMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [values, draw]);

  return (
    <section className={`${styles.preview} ${isOld ? styles.isOld : ''}`} aria-busy={isOld}>
      <h2 className={styles.previewTitle}>{t('previewTitle')}</h2>
      {drawn?.node ?? <p>{t('previewEmpty')}</p>}
    </section>
  );
}
