import 'server-only';
import { snakeCase } from '@/domain/export/column';
import type { Field } from '@/domain/record/field';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { records, statementKinds } from '@/domain/record/records';
import { reportedOn } from '@/domain/quality';
import { Prisma } from '@/prisma/generated/client/client';
import { env } from '../env';
import { listTable } from '../record/tables';
import type { PublicRecord } from './record-at';

const raw = Prisma.raw;

/** Every row of the quality of the record, in one shape: the page and the file are both made of these. */
export function qualitySql(record: PublicRecord): Prisma.Sql {
  const parts = [
    ...recordKinds.map(completenessSql),
    verificationSql,
    projectReportSql(record),
    organisationReportSql(record),
    contradictionSql,
  ];
  return Prisma.sql`
    select q.measure, q.kind, q.field, q.slug, q.name, q.count::int as count, q.total::int as total,
      case when q.total > 0 then round(100.0 * q.count / q.total, 1)::float8 end as share_percent,
      q.last_on, (${record.day}::date - q.last_on)::int as age_days,
      case when q.measure in ('project_report', 'organisation_report') and q.last_on is not null
        then ${record.day}::date - q.last_on > ${env.CORNERSTONE_STALE_AFTER_DAYS}::int end as is_stale
    from (${Prisma.join(parts, ' union all ')}) as q (measure, kind, field, slug, name, count, total, last_on)`;
}

/** Of each field of a kind: of how many current records it is known. One pass over the records of the kind. */
function completenessSql(kind: RecordKind): Prisma.Sql {
  const fields = Object.entries(records[kind].fields);
  const counts = fields.map(
    ([name, field], index) => Prisma.sql`count(${filledSql(kind, name, field)}) as ${raw(`f${index}`)}`,
  );
  const rows = fields.map(([name], index) => Prisma.sql`(${name}::text, k.${raw(`f${index}`)})`);
  return Prisma.sql`
    select 'completeness', ${kind}::text, x.field, null::text, null::text, x.filled, k.total, null::date
    from (select count(*) as total, ${Prisma.join(counts, ', ')} from ${raw(`current_${kind}`)} v) k
    cross join lateral (values ${Prisma.join(rows, ', ')}) as x (field, filled)`;
}

/** Null where the field is not known: an empty list is not known. A count that is withheld is known. */
function filledSql(kind: RecordKind, name: string, field: Field): Prisma.Sql {
  if (kind === 'resettlement' && (name === 'families' || name === 'persons'))
    return raw(`case when v.${name} is not null or v.${name}_withheld then 1 end`);
  if (field.type === 'date') return raw(`v.${snakeCase(name)}_last`);
  if (field.type !== 'list') return raw(`v."${snakeCase(name)}"`);
  const element = (listTable[name] ?? '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const shown = kind === 'resettlement' ? 'shown_' : '';
  return Prisma.sql`(select 1 from ${raw(`${shown}${kind}${element}`)} l where l.version_id = v.id limit 1)`;
}

const statementsSql = Prisma.join(
  statementKinds.map(
    (kind) => Prisma.sql`
      select ${kind}::text as kind, v.slug, v.stated_by_slug, v.source_slug, v.verification::text as verification, ${spokenOf(kind)} as spoken_on
      from ${raw(`current_${kind}`)} v`,
  ),
  ' union all ',
);

/** The day a figure speaks of, by its kind; null where a kind has none. */
function spokenOf(kind: RecordKind): Prisma.Sql {
  const { fields } = records[kind];
  const named = ['referenceOn', 'observedOn', 'statusOn', 'statedOn', 'signedOn', 'actualOn', 'period'].find(
    (name) => name in fields,
  );
  return named ? raw(`v.${snakeCase(named)}_last`) : Prisma.sql`null::date`;
}

/** Of all figures, and of those of each kind: how many are reported, documented, verified, disputed. */
const verificationSql = Prisma.sql`
  select 'verification', s.kind, s.verification, null, null, s.count,
    (sum(s.count) over (partition by s.kind))::bigint, null::date
  from (select kind, verification, count(*) as count from (${statementsSql}) figure group by grouping sets ((kind, verification), (verification))) s`;

/** When each project whose works go on or are to come was last reported on, as far as a report says its day. */
const projectReportSql = ({ day }: PublicRecord) => Prisma.sql`
  select 'project_report', p.status::text, null, p.slug, p.title, r.count, null,
    greatest(case when p.status_on_last <= ${day}::date then p.status_on_last end, r.last_on)
  from current_project p
  left join lateral (
    select count(*) as count, max(r.reference_on_last) filter (where r.reference_on_last <= ${day}::date) as last_on
    from current_progress_report r where r.project_slug = p.slug and r.kind <> 'plan') r on true
  where p.status::text = any(${[...reportedOn]})`;

/** When each organisation last said something, by the days its figures speak of, and how many figures it states. */
const organisationReportSql = ({ day }: PublicRecord) => Prisma.sql`
  select 'organisation_report', null, null, figure.stated_by_slug, coalesce(max(o.name), figure.stated_by_slug), count(*), null,
    max(figure.spoken_on) filter (where figure.spoken_on <= ${day}::date)
  from (${statementsSql}) figure
  left join latest_organisation o on o.slug = figure.stated_by_slug
  group by figure.stated_by_slug`;

/** Every figure that is disputed now. */
const contradictionSql = Prisma.sql`
  select 'contradiction', figure.kind, null, figure.slug, coalesce(s.title, figure.source_slug), null::bigint, null::bigint, figure.spoken_on
  from (${statementsSql}) figure
  left join latest_source s on s.slug = figure.source_slug
  where figure.verification = 'disputed'`;
