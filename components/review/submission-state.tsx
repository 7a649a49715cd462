import { useTranslations } from 'next-intl';
import type { SubmissionState } from '@/domain/submission/process';
import styles from './submission-state.module.css';

/** Where a submission stands, in a word. */
export function SubmissionStateMark({ state }: { readonly state: SubmissionState }) {
  const t = useTranslations('vocabulary.submissionStates');
  return <span className={`${styles.mark} ${styles[state]}`}>{t(state)}</span>;
}
