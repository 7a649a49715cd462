import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { ContentWords } from '@/components/review/content-words';
import { changedFields, type ToldRevision } from './change-text';
import styles from './history.module.css';

export interface ChangeLinesProps {
  readonly revision: ToldRevision;
  readonly words: ContentWords;
}

/** What a revision changed, a line a field: figures with their difference. Of a new record its figures and dates. */
export function ChangeLines({ revision, words }: ChangeLinesProps) {
  const t = useTranslations();
  const format = useFigureFormat();
  const { action } = revision;
  if (action === 'withdraw') return <p>{t('history.withdrawn')}</p>;
  const changes = changedFields(revision, { words, t, format });
  if (changes.length === 0) return action === 'change' ? <p>{t('history.withheldOnly')}</p> : null;
  return (
    <ul className={styles.changes}>
      {changes.map(({ field, text }) => (
        <li key={field}>{text}</li>
      ))}
    </ul>
  );
}
