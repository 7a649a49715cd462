'use client'; // tells how far a check is, without the page being loaded again

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { importAddress } from '@/domain/import/import-path';
import styles from './import.module.css';

export interface CheckingProps {
  readonly runId: string;
  readonly percent: number;
}

const askedEveryMs = 1000;
/** A reader is told now and then, and not every second. */
const saidEveryPercent = 10;

/** How much of a file is checked. When it is done, the page shows what came of it. */
export function Checking({ runId, percent }: CheckingProps) {
  const t = useTranslations('workspace.import');
  const [now, setNow] = useState(percent);
  useEffect(() => {
    const asking = setInterval(() => {
      void ask(runId).then((answer) => {
        if (!answer) return;
        if (!answer.isChecking) window.location.reload();
        else setNow(answer.percent);
      });
    }, askedEveryMs);
    return () => clearInterval(asking);
  }, [runId]);
  return (
    <>
      <progress className={styles.progress} max={100} value={now} aria-label={t('checking')} />
      <p>{t('checkedPercent', { percent: now })}</p>
      <p role="status" className="visually-hidden">
        {t('checkedPercent', { percent: now - (now % saidEveryPercent) })}
      </p>
    </>
  );
}

interface Answer {
  readonly isChecking: boolean;
  readonly percent: number;
}

/** Null when the service could not be asked: it is asked again. */
async function ask(runId: string): Promise<Answer | null> {
  try {
    const answer = await fetch(`${importAddress}?run=${runId}`, { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as Answer) : null; // our own route's answer
  } catch {
    return null;
  }
}
