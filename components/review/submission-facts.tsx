import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Notice } from '@/components/layout/notice';
import { isIsoDate } from '@/domain/calendar';
import type { SubmissionState } from '@/domain/submission/process';
import { SubmissionStateMark } from './submission-state';

export interface SubmissionFactsProps {
  readonly state: SubmissionState;
  readonly authorName: string;
  readonly reviewerName: string | null;
  readonly changeCount: number;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
}

/** One line on where it stands, and the reviewer's words where there are any. */
export function SubmissionFacts(props: SubmissionFactsProps) {
  const t = useTranslations('workspace.submission');
  const format = useFigureFormat();
  const on = (moment: Date) => {
    const day = moment.toISOString().slice(0, 10);
    return isIsoDate(day) ? format.date(day) : day;
  };
  const { state, decidedAt, submittedAt, reviewerName } = props;
  return (
    <>
      <p>
        <SubmissionStateMark state={state} /> {t('by', { author: props.authorName })} ·{' '}
        {submittedAt ? t('submittedOn', { date: on(submittedAt) }) : t('savedOn', { date: on(props.updatedAt) })}
        {decidedAt && reviewerName && ` · ${t('decidedOn', { date: on(decidedAt), reviewer: reviewerName })}`} ·{' '}
        {t('records', { count: props.changeCount })}
      </p>
      {props.decisionNote && (
        <Notice tone={state === 'approved' ? 'information' : 'warning'} title={t('note')}>
          <p>{props.decisionNote}</p>
        </Notice>
      )}
    </>
  );
}
