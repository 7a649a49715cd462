import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { PlainList } from '@/components/layout/page';
import { isIsoDate } from '@/domain/calendar';
import type { SubmissionState } from '@/domain/submission/process';
import { RecordLine } from './record-line';
import styles from './review.module.css';
import { SubmissionStateMark } from './submission-state';

export interface ShownSubmission {
  readonly id: string;
  readonly title: string;
  readonly state: SubmissionState;
  readonly authorName: string;
  readonly isMine: boolean;
  readonly decisionNote: string | null;
  readonly changeCount: number;
  readonly updatedAt: Date;
}

export interface SubmissionLinesProps {
  readonly lines: readonly ShownSubmission[];
  readonly hrefFor: (line: ShownSubmission) => string;
}

/** Submissions, one a line, with where each stands and what its reviewer said. */
export function SubmissionLinesList({ lines, hrefFor }: SubmissionLinesProps) {
  const t = useTranslations('workspace.submission');
  const format = useFigureFormat();
  const on = (moment: Date) => {
    const day = moment.toISOString().slice(0, 10);
    return isIsoDate(day) ? format.date(day) : day;
  };
  return (
    <PlainList>
      {lines.map((line) => (
        <RecordLine
          key={line.id}
          href={hrefFor(line)}
          title={line.title}
          hint={
            <>
              <SubmissionStateMark state={line.state} />{' '}
              {line.isMine ? t('byYou') : t('by', { author: line.authorName })} · {on(line.updatedAt)} ·{' '}
              {t('records', { count: line.changeCount })}
            </>
          }
        >
          {line.decisionNote && line.state !== 'approved' && (
            <blockquote className={styles.answer}>{line.decisionNote}</blockquote>
          )}
        </RecordLine>
      ))}
    </PlainList>
  );
}
