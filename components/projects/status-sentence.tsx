import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { LateMark, OnHoldMark, StatusMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import type { DateSpan } from '@/domain/calendar';
import type { ProjectStatus } from '@/domain/vocabulary';

export interface StatusSentenceProps {
  readonly status: ProjectStatus;
  readonly statusOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
  readonly isOnHold: boolean;
  readonly lateByDays: number | null;
  /** Since the last promised day, late or not known to be. */
  readonly passedByDays: number | null;
}

/** "In use since 26 October 2021", "Underway, as of 13 October 2025", with what holds it up. */
export function StatusSentence({
  status,
  statusOn,
  actualEndOn,
  isOnHold,
  lateByDays,
  passedByDays,
}: StatusSentenceProps) {
  const t = useTranslations('project.status');
  const format = useFigureFormat();
  return (
    <p>
      <StatusMark status={status} />
      {(status === 'completed' || status === 'in_use') && actualEndOn ? (
        <> {t.rich(`${status}Since`, { date: () => <DateText date={actualEndOn} /> })}</>
      ) : (
        statusOn && <>, {t.rich('asOf', { date: () => <DateText date={statusOn} /> })}</>
      )}
      {isOnHold && (
        <>
          {' · '}
          <OnHoldMark />
        </>
      )}
      {lateByDays !== null && (
        <>
          {' · '}
          <LateMark>{t('lateBy', { days: format.quantity(lateByDays, 'days') })}</LateMark>
        </>
      )}
      {lateByDays === null && passedByDays !== null && (
        <>
          {' · '}
          {t('passed', { days: format.quantity(passedByDays, 'days') })}
        </>
      )}
    </p>
  );
}
