import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { SourceLink } from './source-link';
import { Link } from '@/components/layout/link';
import type { ContentWords } from '@/components/review/content-words';
import { titleOf } from '@/domain/form/title-of';
import { recordPath } from '@/domain/form/record-path';
import { comparisonPath, historyPath } from '@/domain/history/history-path';
import { Acted } from './acted';
import { ChangeLines } from './change-lines';
import styles from './history.module.css';
import type { PublishedRevision } from './published-revision';

export interface RevisionListProps {
  readonly revisions: readonly PublishedRevision[];
  readonly words: ContentWords;
  /** Where the language's pages begin: `/en`. */
  readonly base: string;
  /** All of them are of one record, whose name stands above. */
  readonly isOfOneRecord?: boolean;
}

/** Published changes, latest first: when, what, why, on whose word, and who passed it. */
export function RevisionList({ revisions, words, base, isOfOneRecord = false }: RevisionListProps) {
  const t = useTranslations();
  return (
    <ol className={styles.revisions}>
      {revisions.map((revision) => {
        const { sequence, kind, slug, version, action, reasonKind, reason, source } = revision;
        const title = titleOf({ kind, slug, content: revision.after }, words.labels);
        return (
          <li key={sequence} id={`revision-${sequence}`}>
            <h2 className={styles.head}>
              <DateText date={revision.publishedOn} />
              {': '}
              {t(`history.actions.${action}`, { kind: t(`record.${kind}.name`) })}
            </h2>
            <p className={styles.of}>
              {!isOfOneRecord && (
                <>
                  <Link href={base + historyPath({ of: 'record', kind, slug })}>{title}</Link>
                  {', '}
                </>
              )}
              {t('history.version', { version })}
            </p>
            <ChangeLines revision={revision} words={words} />
            <p className={styles.small}>
              {t('history.reason', {
                kind: t(`vocabulary.reasonKinds.${reasonKind}`),
                hasReason: reason ? 'yes' : 'no',
                reason: reason ?? '',
              })}
            </p>
            {source && (
              <p className={styles.small}>
                {t('figures.source')}: <SourceLink source={source} />
              </p>
            )}
            <p className={styles.small}>
              <Acted {...revision} />
            </p>
            <p className={styles.ways}>
              {version > 1 && (
                <Link href={base + comparisonPath(kind, slug, version - 1, version)}>
                  {t('history.compareBefore', { title, version })}
                </Link>
              )}
              {!revision.isLatest && (
                <a href={`${base}/workspace/records/${recordPath(kind, slug)}?version=${version}`} rel="nofollow">
                  {t('history.proposeAgain', { title, version })}
                </a>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
