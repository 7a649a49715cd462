import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import type { SubmissionState } from '@/domain/submission/process';

export interface OpenChangesProps {
  /** Without an id it is someone else's. */
  readonly changes: readonly { readonly submissionId: string | null; readonly state: SubmissionState }[];
  readonly hrefFor: (submissionId: string) => string;
}

/** Said before one types: this record is being changed already. */
export function OpenChanges({ changes, hrefFor }: OpenChangesProps) {
  const t = useTranslations('workspace.records');
  if (changes.length === 0) return null;
  return (
    <Notice tone="warning" title={t('openTitle')}>
      {changes.map(({ submissionId, state }, position) => (
        <p key={position}>
          {submissionId ? <a href={hrefFor(submissionId)}>{t('openMine', { state })}</a> : t('openOther')}
        </p>
      ))}
    </Notice>
  );
}
