import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { PlainList } from '@/components/layout/page';
import type { RecentChanges as Changes } from './overview-data';
import styles from './overview.module.css';

export interface RecentChangesProps {
  readonly changes: Changes;
  readonly hrefOf: (slug: string) => string;
}

/** What was published in the last thirty days: single changes by name, many on one day as a count. */
export function RecentChanges({ changes, hrefOf }: RecentChangesProps) {
  const t = useTranslations('overview.changes');
  const kinds = useTranslations('record');
  const reasons = useTranslations('vocabulary.reasonKinds');
  const format = useFigureFormat();
  if (changes.days.length === 0) return <p>{t('nothing')}</p>;
  return (
    <PlainList>
      {changes.latest.map((change) => (
        <li key={change.sequence}>
          <DateText date={change.publishedOn} />
          {': '}
          {t(change.action, { kind: kinds(`${change.kind}.name`) })}
          {', '}
          {change.project ? <Link href={hrefOf(change.project.slug)}>{change.project.title}</Link> : change.title}
          <span className={styles.small}>
            {' '}
            {reasons(change.reasonKind)}
            {change.reason && `: ${change.reason}`}
          </span>
        </li>
      ))}
      {changes.days.map(({ on, revisions, kinds: divided }) => (
        <li key={on}>
          <DateText date={on} />
          {': '}
          {t('published', { count: revisions, revisions: format.number(revisions) })}
          {divided.length > 0 && (
            <span className={styles.small}>
              {' '}
              {divided
                .map(({ kind, count }) => `${kinds(`${kind}.plural`).toLowerCase()} ${format.number(count)}`)
                .join(', ')}
            </span>
          )}
        </li>
      ))}
    </PlainList>
  );
}
