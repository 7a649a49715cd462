import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { ChangeLines } from '@/components/history/change-lines';
import styles from '@/components/history/history.module.css';
import { Link } from '@/components/layout/link';
import type { ContentWords } from '@/components/review/content-words';
import type { IsoDate } from '@/domain/calendar';
import { titleOf } from '@/domain/form/title-of';
import { historyPath } from '@/domain/history/history-path';
import type { Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import type { ReasonKind, RecordChange } from '@/domain/vocabulary';

/** What the record says of one of its parts on two days; null is nothing. */
export interface ChangedRecord {
  readonly change: RecordChange;
  readonly kind: RecordKind;
  readonly slug: string;
  /** Its own name, or that of the project or landmark it belongs to. */
  readonly title: string | null;
  readonly before: Content | null;
  readonly after: Content | null;
  readonly movedDays: number | null;
  readonly reasonKind: ReasonKind;
  readonly reason: string | null;
  readonly publishedOn: IsoDate;
}

export interface ChangedRecordsProps {
  readonly records: readonly ChangedRecord[];
  readonly words: ContentWords;
  /** Where the language's pages begin: `/en`. */
  readonly base: string;
}

/** Each record with what it says otherwise, the latest publication first, and the way to its history. */
export function ChangedRecords({ records, words, base }: ChangedRecordsProps) {
  const t = useTranslations();
  const format = useFigureFormat();
  return (
    <ol className={styles.revisions}>
      {records.map((record) => {
        const { kind, slug, change, before, after, movedDays, reason } = record;
        const content = after ?? before ?? {};
        const title = titleOf({ kind, slug, content }, words.labels);
        return (
          <li key={`${kind} ${slug}`}>
            <h3 className={styles.head}>
              <Link href={base + historyPath({ of: 'record', kind, slug })}>
                {title === slug ? (record.title ?? slug) : title}
              </Link>
            </h3>
            <p className={styles.of}>
              {t(`record.${kind}.name`)}
              {', '}
              {t(`changes.change.${change}`).toLowerCase()}
              {movedDays !== null && movedDays !== 0 && ` (${format.difference(movedDays, 'days')})`}
            </p>
            {change !== 'withdrawn' && (
              <ChangeLines
                words={words}
                revision={{ kind, action: before === null ? 'add' : 'change', before, after: content }}
              />
            )}
            <p className={styles.small}>
              <DateText date={record.publishedOn} />
              {': '}
              {t(`vocabulary.reasonKinds.${record.reasonKind}`)}
              {reason && `: ${reason}`}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
