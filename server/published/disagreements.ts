import 'server-only';
import * as z from 'zod';
import { claimFields, claimKinds, disagreementNatures, qualifiers, verifications } from '@/domain/vocabulary';
import { roles } from '@/domain/permission';
import { Prisma } from '@/prisma/generated/client/client';
import { spanColumn, spanSql } from './data-statement';
import { dayOfRecord } from './project-statement';
import type { PublicRecord } from './record-at';

export type Disagreement = z.output<typeof disagreement>;
export type DisagreementClaim = z.output<typeof claim>;

const sourceColumn = z
  .object({
    slug: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    publishedOn: spanColumn,
    isRecalled: z.boolean(),
  })
  .nullable();

/** One of the claims: what its record says now, or what was stated where no record holds it. */
const claim = z.object({
  kind: z.enum(claimKinds).nullable(),
  slug: z.string().nullable(),
  field: z.enum(claimFields).nullable(),
  /** What the record says, by field; null where it is not in the record at this day. */
  said: z.record(z.string(), z.unknown()).nullable(),
  value: z.string().nullable(),
  isPreferred: z.boolean(),
  statedBy: z.string().nullable(),
  source: sourceColumn,
  verification: z.enum(verifications).nullable(),
  on: spanColumn,
  qualifier: z.enum(qualifiers).nullable(),
  /** Of a project or landmark the place of its page. */
  title: z.string().nullable(),
  measures: z.array(
    z.object({
      label: z.string(),
      unit: z.string().nullable(),
      quantity: z.number(),
      qualifier: z.enum(qualifiers).nullable(),
    }),
  ),
});

const disagreement = z.object({
  slug: z.string(),
  title: z.string(),
  nature: z.enum(disagreementNatures),
  explanation: z.string(),
  preferredReason: z.string().nullable(),
  project: z.object({ slug: z.string(), title: z.string() }).nullable(),
  place: z.object({ slug: z.string(), name: z.string() }).nullable(),
  landmark: z.object({ slug: z.string(), title: z.string() }).nullable(),
  claims: z.array(claim),
  statements: z.array(z.object({ statedBy: z.string(), statement: z.string(), source: sourceColumn })),
  approvedByRole: z.enum(roles),
  approvedByOrganisation: z.string().nullable(),
  publishedOn: z.date().transform(dayOfRecord),
});

export interface DisagreementFilter {
  readonly project?: string;
  readonly place?: string;
  readonly landmark?: string;
}

/** What sources say differently, all of it or of one project, place or landmark; rival claims first, then by title. */
export async function readDisagreements(
  record: PublicRecord,
  filter: DisagreementFilter,
  language: string,
): Promise<readonly Disagreement[]> {
  const conditions = [
    Prisma.sql`true`,
    filter.project && Prisma.sql`v.project_slug = ${filter.project}`,
    filter.place && Prisma.sql`v.place_slug = ${filter.place}`,
    filter.landmark && Prisma.sql`v.landmark_slug = ${filter.landmark}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return z.array(disagreement).parse(
    await record.query`
      select v.slug, v.title, v.nature::text, v.explanation, v.preferred_reason as "preferredReason",
        (select jsonb_build_object('slug', p.slug, 'title', p.title) from latest_project p where p.slug = v.project_slug) as project,
        case when v.place_slug is not null then jsonb_build_object('slug', v.place_slug, 'name', place_name_in(v.place_slug, ${language})) end as place,
        (select jsonb_build_object('slug', l.slug, 'title', l.title) from latest_landmark l where l.slug = v.landmark_slug) as landmark,
        (select jsonb_agg(${claimSql(language)} order by c.position) from disagreement_claim c ${joinClaim} where c.version_id = v.id) as claims,
        coalesce((
          select jsonb_agg(jsonb_build_object(
            'statedBy', coalesce((select o.name from latest_organisation o where o.slug = s.stated_by_slug), s.stated_by_slug),
            'statement', s.statement, 'source', ${sourceSql('s.source_slug')}) order by s.position)
          from disagreement_statement s where s.version_id = v.id), '[]') as statements,
        r.approved_by_role::text as "approvedByRole", approver.name as "approvedByOrganisation", v.published_at as "publishedOn"
      from current_disagreement v
      join public_revision r on r.id = v.revision_id
      left join latest_organisation approver on approver.slug = r.approved_by_organisation
      where ${Prisma.join(conditions, ' and ')}
      order by v.nature, v.title, v.slug`,
  );
}

const sourceSql = (slug: string) => Prisma.sql`(
  select jsonb_build_object('slug', s2.slug, 'title', s2.title, 'publisher', s2.publisher, 'url', s2.url,
    'publishedOn', ${spanSql('s2.published_on')}, 'isRecalled', s2.title_basis = 'recalled')
  from latest_source s2 where s2.slug = ${Prisma.raw(slug)})`;

/** Each kind's current record beside the claim that names it: what is withheld or not there at this day is not read. */
const joinClaim = Prisma.join(
  claimKinds.map((kind) => {
    const alias = Prisma.raw(`of_${kind}`);
    return Prisma.sql`left join lateral (
      select to_jsonb(k) as said, k.stated_by_slug, k.source_slug, k.verification::text as verification from ${Prisma.raw(`current_${kind}`)} k
      where c.record_kind = ${kind}::"ClaimKind" and k.slug = c.record_slug) ${alias} on true`;
  }),
  ' ',
);

const firstOf = (column: string) =>
  Prisma.raw(`coalesce(${claimKinds.map((kind) => `of_${kind}.${column}`).join(', ')})`);

const claimSql = (language: string) => Prisma.sql`(
  select jsonb_build_object(
    'kind', c.record_kind, 'slug', c.record_slug, 'field', c.field, 'said', told.said, 'value', c.value, 'isPreferred', c.is_preferred is true,
    'statedBy', (select o.name from latest_organisation o where o.slug = told.stated_by_slug),
    'source', ${sourceSql('told.source_slug')},
    'verification', told.verification,
    'on', case when told.said->>'reference_on_first' is not null then jsonb_build_object(
        'first', told.said->>'reference_on_first', 'last', told.said->>'reference_on_last', 'precision', told.said->>'reference_on_precision')
      when told.said->>'observed_on_first' is not null then jsonb_build_object(
        'first', told.said->>'observed_on_first', 'last', told.said->>'observed_on_last', 'precision', told.said->>'observed_on_precision') end,
    'qualifier', told.said->>'qualifier',
    'title', told.said->>'title',
    'measures', coalesce((
      select jsonb_agg(jsonb_build_object('label', code_label_in('measure', m.measure, ${language}),
        'unit', (select u.unit from current_code u where u.list = 'measure' and u.code = m.measure), 'quantity', m.quantity, 'qualifier', m.qualifier) order by m.position)
      from (
        select q.measure, q.quantity, q.qualifier, q.position from progress_report_quantity q
        where c.record_kind = 'progress_report' and q.version_id = (told.said->>'id')::uuid
        union all
        select p.measure, p.planned_quantity, p.qualifier, p.position from project_measure p
        where c.record_kind = 'project' and p.version_id = (told.said->>'id')::uuid and p.planned_quantity is not null
      ) m), '[]'))
  from (select ${firstOf('said')} as said, coalesce(${firstOf('stated_by_slug')}, c.stated_by_slug) as stated_by_slug,
    coalesce(${firstOf('source_slug')}, c.source_slug) as source_slug, ${firstOf('verification')} as verification) told)`;
