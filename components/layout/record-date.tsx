import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import type { IsoDate } from '@/domain/calendar';
import styles from './record-date.module.css';

export interface RecordDateProps {
  readonly today: IsoDate;
  /** A day in the past that the page shows the record of. */
  readonly asOf?: IsoDate | null;
  /** The same page today. */
  readonly todayHref?: string;
}

/** "Record as of 22 November 2026"; of a day in the past, a banner with the way back. */
export function RecordDate({ today, asOf, todayHref }: RecordDateProps) {
  const t = useTranslations('layout');
  const date = () => <DateText date={asOf ?? today} />;
  if (!asOf || asOf === today) return <span>{t.rich('recordAsOf', { date })}</span>;
  return (
    <p className={styles.past} role="status">
      {t.rich('recordAsOfPast', { date })} {todayHref && <a href={todayHref}>{t('backToToday')}</a>}
    </p>
  );
}
