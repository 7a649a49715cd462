import 'server-only';
import * as z from 'zod';
import { type HistoryOf, statedOf } from '@/domain/history/history-of';
import type { IsoDate } from '@/domain/calendar';
import type { Content } from '@/domain/record/content';
import { recordKinds } from '@/domain/record/kinds';
import { changeActions } from '@/domain/submission/change';
import { reasonKinds } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { countColumn } from './project-row';
import { dayOfRecord } from './project-statement';
import type { PublicRecord } from './record-at';

export type Revision = z.output<typeof revisionRow>;

export interface HistorySummary {
  readonly count: number;
  /** Null: nothing was ever published of it. */
  readonly lastOn: IsoDate | null;
}

export const revisionsOnPage = 25;

/** One page of what was published, latest first: who by role and organisation, and by name where they agreed to it. */
export async function readHistory(
  record: PublicRecord,
  history: HistoryOf,
  page: number,
): Promise<readonly Revision[]> {
  const rows = await record.query`
    with chosen as (
      select r.sequence from public_revision r where r.sequence in (${sequencesOf(history)})
      order by r.sequence desc limit ${revisionsOnPage} offset ${(page - 1) * revisionsOnPage}
    )
    ${revisionsIn(Prisma.sql`chosen`)}`;
  return z.array(revisionRow).parse(rows);
}

export async function readHistorySummary(record: PublicRecord, history: HistoryOf): Promise<HistorySummary> {
  const rows = await record.query`
    select count(*) as count, max(r.published_at) as last
    from public_revision r where r.sequence in (${sequencesOf(history)})`;
  const [row] = z.array(z.object({ count: countColumn, last: z.date().nullable() })).parse(rows);
  return { count: row?.count ?? 0, lastOn: row?.last ? dayOfRecord(row.last) : null };
}

/** Every version of one record, latest first, without what it says. */
export async function readVersions(record: PublicRecord, { kind, slug }: Pick<Revision, 'kind' | 'slug'>) {
  const rows = await record.query`
    select version, action::text, published_at from public_revision
    where kind = ${kind}::"RecordKind" and slug = ${slug} order by version desc`;
  return z
    .array(z.object({ version: z.number(), action: z.enum(changeActions), published_at: z.date() }))
    .parse(rows)
    .map(({ version, action, published_at }) => ({ version, action, publishedOn: dayOfRecord(published_at) }));
}

/** The places and population groups that counts of people were ever stated of. */
export async function readCountsEver(record: PublicRecord, language: string) {
  const asked = (column: Prisma.Sql, label: Prisma.Sql) =>
    record.query(Prisma.sql`
      select value, ${label} as label from (
        select distinct ${column} as value from revision_trace t join public_revision r using (sequence)
        where t.kind = 'resettlement' and ${column} is not null
      ) as ever`);
  const [places, groups] = await Promise.all([
    asked(Prisma.sql`t.place_slug`, Prisma.sql`place_name_in(value, ${language})`),
    asked(Prisma.sql`t.population_group`, Prisma.sql`code_label_in('population_group', value, ${language})`),
  ]);
  const alphabet = new Intl.Collator(language);
  const choices = (rows: unknown[]) =>
    z
      .array(z.object({ value: z.string(), label: z.string() }))
      .parse(rows)
      .sort((one, other) => alphabet.compare(one.label, other.label));
  return { places: choices(places), groups: choices(groups) };
}

/** These versions of one record, by their number. */
export async function readRevisions(
  record: PublicRecord,
  { kind, slug }: Pick<Revision, 'kind' | 'slug'>,
  versions: readonly number[],
): Promise<ReadonlyMap<number, Revision>> {
  const rows = await record.query`
    with chosen as (
      select sequence from public_revision
      where kind = ${kind}::"RecordKind" and slug = ${slug} and version = any(${[...versions]}::int[])
    )
    ${revisionsIn(Prisma.sql`chosen`)}`;
  return new Map(
    z
      .array(revisionRow)
      .parse(rows)
      .map((revision) => [revision.version, revision]),
  );
}

/** These revisions as anyone may see them, latest first; read by `revisionRow`. */
export const revisionsIn = (chosen: Prisma.Sql) => Prisma.sql`
  select r.sequence, r.kind::text, r.slug, r.version, r.action::text, r.reason_kind::text as "reasonKind", r.reason,
    r.published_at as "publishedOn", r.before, r.after,
    jsonb_build_object('role', r.submitted_by_role, 'organisation', submitter.name, 'name', names.submitted_by_name) as "submittedBy",
    jsonb_build_object('role', r.approved_by_role, 'organisation', approver.name, 'name', names.approved_by_name) as "approvedBy",
    (select jsonb_build_object('title', s.title, 'publisher', s.publisher, 'url', s.url)
     from latest_source s where s.slug = r.after->>'sourceSlug') as source,
    not exists (select 1 from public_revision later where later.kind = r.kind and later.slug = r.slug and later.version > r.version) as "isLatest"
  from ${chosen} join public_revision r using (sequence)
  left join latest_organisation submitter on submitter.slug = r.submitted_by_organisation
  left join latest_organisation approver on approver.slug = r.approved_by_organisation
  left join public_revision_name names using (sequence)
  order by r.sequence desc`;

/** What revisions a history has in it, by their place in the whole record. */
export function sequencesOf(history: HistoryOf): Prisma.Sql {
  switch (history.of) {
    case 'record':
      return Prisma.sql`select sequence from revision_trace where kind = ${history.kind}::"RecordKind" and slug = ${history.slug}`;
    case 'counts': {
      const asked = [
        Prisma.sql`kind = 'resettlement'`,
        history.place && Prisma.sql`place_slug = ${history.place}`,
        history.populationGroup && Prisma.sql`population_group = ${history.populationGroup}`,
        history.kind && Prisma.sql`own_kind = ${history.kind}`,
      ].filter((part) => part instanceof Prisma.Sql);
      return Prisma.sql`select sequence from revision_trace where ${Prisma.join(asked, ' and ')}`;
    }
    default: {
      const named = Prisma.raw(`${history.of}_slug`);
      return Prisma.sql`
        ${sequencesOf({ of: 'record', kind: history.of, slug: history.slug })}
        union
        select sequence from revision_trace
        where ${named} = ${history.slug} and kind::text = any(${[...statedOf[history.of]]})`;
    }
  }
}

const actor = z.object({
  role: z.enum(['editor', 'reviewer', 'administrator']),
  organisation: z.string().nullable(),
  /** Only of who agreed to it, then and still. */
  name: z.string().nullable(),
});

// Written by publish after the definition's own checks; their cells are read field by field.
const content = z.record(z.string(), z.unknown()).transform((value) => value as Content);

export const revisionRow = z.object({
  sequence: z.bigint().transform(Number),
  kind: z.enum(recordKinds),
  slug: z.string(),
  version: z.number(),
  action: z.enum(changeActions),
  reasonKind: z.enum(reasonKinds),
  reason: z.string().nullable(),
  publishedOn: z.date().transform(dayOfRecord),
  before: content.nullable(),
  after: content,
  submittedBy: actor,
  approvedBy: actor,
  isLatest: z.boolean(),
  source: z.object({ title: z.string(), publisher: z.string(), url: z.string().nullable() }).nullable(),
});
