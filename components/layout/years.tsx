import { useTranslations } from 'next-intl';
import type { IsoDate } from '@/domain/calendar';
import { keepPast, now, yearEnds } from '@/domain/past';
import { PlayYears } from './play-years';
import { readAt } from './read-at';
import styles from './years.module.css';

export interface YearsProps {
  /** This page with its filter, without a day. */
  readonly href: string;
  /** The first day that the record speaks of; without one there are no years to show. */
  readonly first: IsoDate | null;
  /** Today, or the day that the record is read as of. */
  readonly last: IsoDate;
}

/** What had happened, year by year: a row of links, which the browser can play. */
export function Years({ href, first, last }: YearsProps) {
  const t = useTranslations('layout.past.years');
  const past = readAt();
  const ends = first ? yearEnds(first, last) : [];
  if (ends.length === 0) return null;
  const steps = [
    ...ends.map((until) => ({
      year: until.slice(0, 4),
      label: t('byEndOf', { year: until.slice(0, 4) }),
      href: keepPast(href, { ...past, until }),
      isCurrent: past.until === until,
    })),
    { year: t('now'), label: t('now'), href: keepPast(href, { ...now, asOf: past.asOf }), isCurrent: !past.until },
  ];
  // A day within a year stands at the last year's end before it.
  const reached = past.until === null ? steps.length - 1 : ends.filter((end) => end <= (past.until ?? end)).length - 1;
  return (
    <nav className={styles.years} aria-label={t('label')}>
      <p>{t('text')}</p>
      <PlayYears
        steps={steps.map(({ label, href: to }) => ({ label, href: to }))}
        at={Math.max(reached, 0)}
        words={{ play: t('play'), pause: t('pause'), next: t('next'), slider: t('slider') }}
      />
      <ol>
        {steps.map((step) => (
          <li key={step.year}>
            <a href={step.href} aria-label={step.label} aria-current={step.isCurrent ? 'true' : undefined}>
              {step.year}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
