'use client'; // redrawn while one types

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormValues } from '@/domain/form/form-values';
import styles from './forms.module.css';

/** A pause in typing after which the preview is worth drawing. */
const drawnAfterMs = 700;

/** What the public will see, drawn by the server from what is typed. */
export function FormPreview({ values, draw }: { readonly values: FormValues; readonly draw: (values: FormValues) => Promise<ReactNode> }) {
  const t = useTranslations('workspace.report');
  const [drawn, setDrawn] = useState<ReactNode>(null);
  const [isOld, setOld] = useState(false);
  const latest = useRef(0);

  useEffect(() => {
    const asked = ++latest.current;
    setOld(true);
    const timer = setTimeout(async () => {
      try {
        const next = await draw(values);
        if (asked !== latest.current) return;
        setDrawn(next);
        setOld(false);
      } catch {
        // Without a connection the last preview stays, faded.
      }
    }, drawnAfterMs);
    return () => clearTimeout(timer);
  }, [values, draw]);

  return (
    <section className={`${styles.preview} ${isOld ? styles.isOld : ''}`} aria-busy={isOld}>
      <h2 className={styles.previewTitle}>{t('previewTitle')}</h2>
      {drawn ?? <p>{t('previewEmpty')}</p>}
    </section>
  );
}
