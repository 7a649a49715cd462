import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { ChangeTable } from '@/components/review/change-table';
import type { ContentWords } from '@/components/review/content-words';
import { records } from '@/domain/record/records';
import { compareContents } from '@/domain/submission/compare';
import styles from './history.module.css';
import type { PublishedRevision } from './published-revision';

export interface ComparedVersionsProps {
  readonly from: PublishedRevision;
  readonly to: PublishedRevision;
  readonly words: ContentWords;
}

/** Two versions of one record beside each other, field by field. */
export function ComparedVersions({ from, to, words }: ComparedVersionsProps) {
  const t = useTranslations('history');
  const format = useFigureFormat();
  const { kind } = from;
  const names = Object.keys(records[kind].fields);
  const changed = compareContents(names, from.after, to.after).length;
  const headOf = ({ version, publishedOn, action }: PublishedRevision) =>
    t('option', { version, date: format.date(publishedOn), action });
  // A field that records of this kind no longer have is named as it was kept.
  const gone = [...new Set([from, to].flatMap(({ after }) => Object.keys(after)))].filter(
    (name) => !names.includes(name),
  );
  return (
    <>
      {changed === 0 ? (
        <p className={styles.after}>{t('same', { from: from.version, to: to.version })}</p>
      ) : (
        <>
          <ChangeTable
            kind={kind}
            before={from.after}
            after={to.after}
            words={words}
            heads={{ before: headOf(from), after: headOf(to) }}
            isPlain
          />
          <p className={styles.after}>{t('unchanged', { count: names.length - changed })}</p>
        </>
      )}
      {[from, to]
        .filter(({ action }) => action === 'withdraw')
        .map(({ version }) => (
          <p key={version} className={styles.after}>
            {t('isWithdrawn', { version })}
          </p>
        ))}
      {gone.length > 0 && <p className={styles.after}>{t('gone', { count: gone.length, fields: gone.join(', ') })}</p>}
    </>
  );
}
