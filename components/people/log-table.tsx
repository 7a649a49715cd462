import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import { Moment } from './moment';
import styles from './people.module.css';

export interface LogTableEntry {
  readonly id: string;
  readonly at: Date;
  readonly verb: string;
  readonly actorName: string | null;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

export function LogTable({
  entries,
  timeZone,
}: {
  readonly entries: readonly LogTableEntry[];
  readonly timeZone: string;
}) {
  const t = useTranslations('log');
  const verbText = (verb: string) => {
    const key = `verbs.${verb.replace('.', '-')}`;
    return t.has(key) ? t(key) : verb;
  };
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      density="compact"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { id: 'at', head: t('at'), isRowHead: true, cell: ({ at }) => <Moment at={at} timeZone={timeZone} /> },
        {
          id: 'person',
          head: t('person'),
          cell: ({ actorName, verb }) => actorName ?? (verb === 'session.refused' ? t('nobody') : t('operator')),
        },
        { id: 'verb', head: t('verb'), cell: ({ verb }) => verbText(verb) },
        { id: 'subject', head: t('subject'), cell: (entry) => <Subject {...entry} /> },
        { id: 'details', head: t('details'), cell: ({ details }) => <Details details={details} /> },
      ]}
    />
  );
}

function Subject({ subject, subjectName }: Pick<LogTableEntry, 'subject' | 'subjectName'>) {
  const t = useTranslations('log');
  const workspace = `/${useLocale()}/workspace`;
  const [what, id = ''] = subject.split('/');
  if (subject === 'user/unknown') return t('unknownPerson');
  const text = subjectName ?? subject;
  if (what === 'user') return <a href={`${workspace}/people/${id}`}>{text}</a>;
  if (what === 'submission' && subjectName) return <a href={`${workspace}/review/${id}`}>{text}</a>;
  return what === 'session' ? t('sessionOf', { name: text }) : text;
}

/** What stands in the log beside the deed; a hash says nothing to people and is in the file. */
function Details({ details }: Pick<LogTableEntry, 'details'>) {
  const t = useTranslations('log');
  const shown = Object.entries(details).filter(([name, value]) => value !== null && name !== 'contentHash');
  if (shown.length === 0) return null;
  return (
    <span className={styles.details}>
      {shown.map(([name, value]) => `${t.has(`detail.${name}`) ? t(`detail.${name}`) : name}: ${value}`).join('; ')}
    </span>
  );
}
