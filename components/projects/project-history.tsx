import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { type FigureFormat } from '@/components/figures/figure-format';
import { useFigureFormat } from '@/components/figures/server-format';
import { readDateSpan } from '@/domain/calendar';
import type { Content } from '@/domain/record/content';
import type { Field } from '@/domain/record/field';
import { records } from '@/domain/record/records';
import type { Reviewer, Revision } from './published-project';
import styles from './project.module.css';

/** What was published of a project, when, why and by whom: by role and organisation, never by name. */
export function ProjectHistory({ revisions }: { readonly revisions: readonly Revision[] }) {
  const t = useTranslations('project.history');
  const kinds = useTranslations('record');
  const reasons = useTranslations('vocabulary.reasonKinds');
  return (
    <ol className={styles.history}>
      {groupsOf(revisions).map((group) => {
        const [revision] = group;
        if (!revision) return null;
        return (
          <li key={revision.sequence}>
            <p>
              <strong>
                <DateText date={revision.publishedOn} />
              </strong>
              {': '}
              {t(`actions.${revision.action}`, { count: group.length, kind: kinds(`${revision.kind}.name`), kinds: kinds(`${revision.kind}.plural`) })}
            </p>
            <p className={styles.small}>
              {reasons(revision.reasonKind)}
              {revision.reason && `: ${revision.reason}`}
              {'. '}
              <Who by={revision.submittedBy} verb="submitted" />
              {', '}
              <Who by={revision.approvedBy} verb="approved" />
              {'.'}
            </p>
            {revision.changes.length > 0 && <Changes revision={revision} />}
          </li>
        );
      })}
    </ol>
  );
}

function Who({ by, verb }: { readonly by: Reviewer; readonly verb: 'submitted' | 'approved' }) {
  const t = useTranslations('project.history');
  const { role, organisation } = by;
  return organisation ? t(`${verb}For`, { role, organisation }) : t(`${verb}By`, { role });
}

function Changes({ revision }: { readonly revision: Revision }) {
  const t = useTranslations('project.history');
  const words = useTranslations();
  const format = useFigureFormat();
  return (
    <ul className={styles.changes}>
      {revision.changes.map(({ field, before, after }) => (
        <li key={field}>
          {t('field', {
            field: words(`record.${revision.kind}.fields.${field}.label`),
            before: valueText(revision, field, before, format, t('unknown')),
            after: valueText(revision, field, after, format, t('unknown')),
          })}
        </li>
      ))}
    </ul>
  );
}

/** A value in a line of text; codes and identifiers stand as the files have them. */
function valueText(revision: Revision, name: string, value: Content[string], format: FigureFormat, unknown: string): string {
  const field: Field | undefined = records[revision.kind].fields[name];
  if (value === null || value === undefined || !field) return unknown;
  if (field.type === 'date') {
    const read = readDateSpan(String(value));
    return read.ok ? format.date(read.value) : String(value);
  }
  if (field.type === 'money') {
    const currency = revision.after.currency;
    return typeof currency === 'string' ? format.money(BigInt(String(value)), currency, 'exact') : String(value);
  }
  if (field.type === 'number' && typeof value === 'number') {
    return field.unit === 'percent' ? format.percent(value) : format.number(value, 4);
  }
  if (Array.isArray(value)) {
    const rows: readonly Readonly<Record<string, unknown>>[] = value;
    return rows.length === 0 ? unknown : rows.map((row) => Object.values(row).filter((cell) => cell !== null).join(' ')).join('; ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Records of one kind that were new on one day, for one reason and by the same people, are one line. */
function groupsOf(revisions: readonly Revision[]): readonly (readonly Revision[])[] {
  const groups = new Map<string, Revision[]>();
  for (const revision of revisions) {
    const { kind, action, publishedOn, reasonKind, reason, submittedBy, approvedBy, sequence } = revision;
    const alone = action === 'change' ? sequence : 0;
    const key = JSON.stringify([kind, action, publishedOn, reasonKind, reason, submittedBy, approvedBy, alone]);
    groups.set(key, [...(groups.get(key) ?? []), revision]);
  }
  return [...groups.values()];
}
