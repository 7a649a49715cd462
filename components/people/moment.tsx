import { useLocale } from 'next-intl';
import { formatMoment } from '@/components/figures/format-moment';
import styles from './people.module.css';

export interface MomentProps {
  readonly at: Date;
  readonly timeZone: string;
}

/** An instant of the service's own doings, where the record is kept. Facts of the world have dates instead. Server only. */
export function Moment({ at, timeZone }: MomentProps) {
  return (
    <time className={styles.moment} dateTime={at.toISOString()}>
      {formatMoment(useLocale(), at, timeZone)}
    </time>
  );
}
