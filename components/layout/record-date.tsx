import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import type { IsoDate } from '@/domain/calendar';
import { isPast } from '@/domain/past';
import { type AskedPage, hrefOn } from './asked-page';
import { PastForm } from './past-form';
import styles from './record-date.module.css';

export interface RecordDateProps {
  readonly page: AskedPage;
  readonly today: IsoDate;
  /** The day of the first publication; null while there is none. */
  readonly beginsOn: IsoDate | null;
  readonly methodologyHref: string;
  readonly changesHref: string;
}

/** "Record as of 22 Nov 2026", which opens the way to another day; in a past a line that says which, with the way back. */
export function RecordDate(props: RecordDateProps) {
  const { page, today, beginsOn } = props;
  const t = useTranslations('layout');
  return (
    <>
      <details className={styles.control}>
        <summary>
          <span>{t.rich('recordAsOf', { date: () => <DateText date={page.past.asOf ?? today} form="short" /> })}</span>
          <span className={styles.change}>{t('past.change')}</span>
        </summary>
        <PastForm {...props} />
      </details>
      {isPast(page.past) && <PastLine page={page} beginsOn={beginsOn} />}
    </>
  );
}

function PastLine({ page, beginsOn }: Pick<RecordDateProps, 'page' | 'beginsOn'>) {
  const t = useTranslations('layout');
  const format = useFigureFormat();
  const { asOf, until } = page.past;
  const days = { asOf: asOf ? format.date(asOf) : '', until: until ? format.date(until) : '' };
  const isBefore = asOf !== null && (beginsOn === null || asOf < beginsOn);
  return (
    <p className={styles.past}>
      <strong>{t('past.title')}</strong> {t(asOf && until ? 'past.both' : asOf ? 'past.said' : 'past.happened', days)}{' '}
      {isBefore && `${beginsOn ? t('past.before', { day: format.date(beginsOn) }) : t('past.empty')} `}
      <a href={hrefOn(page, {})}>{t('backToToday')}</a>
    </p>
  );
}
