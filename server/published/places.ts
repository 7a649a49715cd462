import 'server-only';
import * as z from 'zod';
import { obtainments, placeTypes, qualifiers, readinessStates } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { type NamesOfLanguage, otherNames } from './data-names';
import { chosenClaimsSql } from './claims-sql';
import { nameColumn, namesSql, spanColumn, spanSql, statementColumn, statementSql } from './data-statement';
import { countColumn } from './project-row';
import type { PublicRecord } from './record-at';

/** A place in the list of all places. */
export type ListedPlace = Omit<z.output<typeof listedPlace>, 'names'> & {
  readonly otherNames: readonly NamesOfLanguage[];
};

const listedPlace = z.object({
  slug: z.string(),
  name: z.string(),
  type: z.enum(placeTypes),
  parentSlug: z.string().nullable(),
  names: z.array(nameColumn),
  projects: countColumn,
  landmarks: countColumn,
  /** The latest running total of people who returned here, where there is one. */
  latest: z
    .object({
      families: z.number().nullable(),
      persons: z.number().nullable(),
      qualifier: z.enum(qualifiers).nullable(),
      referenceOn: spanColumn,
    })
    .nullable(),
});

export interface PlaceFilter {
  readonly q?: string;
  readonly type?: string;
  readonly place?: string;
}

/**
 * The running total of those who returned to `v` that stands by the published rule: by persons, else by families, of the
 * group and event that was counted last. What is told by origin is only a part of those who came, and is left out.
 */
const latestSql = Prisma.sql`
  select jsonb_build_object('families', r.families, 'persons', r.persons, 'qualifier', r.qualifier, 'referenceOn', ${spanSql('r.reference_on')})
  from (${chosenClaimsSql(
    {
      kind: 'resettlement',
      rows: Prisma.sql`
        select jsonb_build_array(r.population_group, r.event)::text as series, m.field, r.slug, m.value,
          r.reference_on_last as on_last, r.verification::text, source.published_on_last as source_on
        from current_resettlement r
        cross join lateral (values ('persons', r.persons), ('families', r.families)) as m (field, value)
        left join latest_source source on source.slug = r.source_slug
        where r.place_slug = v.slug and r.kind = 'return' and r.counting = 'running_total' and r.stage = 'happened'
          and coalesce(r.origin_place_slug, r.origin_as_stated) is null and r.reference_on_last is not null and m.value is not null`,
    },
    'preferred',
  )}) chosen
  join current_resettlement r on r.slug = chosen.slug
  order by chosen.on_last desc, chosen.field = 'persons' desc, chosen.value desc
  limit 1`;

/** By name in the reader's alphabet. Words are looked for in the names of every language. */
export async function readPlaces(
  record: PublicRecord,
  { q, type, place }: PlaceFilter,
  language: string,
): Promise<readonly ListedPlace[]> {
  const conditions = [
    Prisma.sql`true`,
    q &&
      Prisma.sql`exists (select 1 from place_name n where n.version_id = v.id
      and folded(n.name) like '%' || folded(${q.replace(/[\\%_]/g, '\\$&')}) || '%')`,
    type && Prisma.sql`v.type::text = ${type}`,
    place && Prisma.sql`v.slug in (select slug from current_place_ancestry where ancestor_slug = ${place})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const found = z.array(listedPlace).parse(
    await record.query`
      with ancestry as materialized (select slug, ancestor_slug from current_place_ancestry),
      project_counts as (
        select a.ancestor_slug as slug, count(distinct p.slug) as count
        from current_project p join project_place pp on pp.version_id = p.id join ancestry a on a.slug = pp.place_slug
        group by 1),
      landmark_counts as (
        select a.ancestor_slug as slug, count(*) as count
        from current_landmark l join ancestry a on a.slug = l.place_slug group by 1)
      select v.slug, place_name_in(v.slug, ${language}) as name, v.type::text, v.parent_slug as "parentSlug",
        ${namesSql('place_name')} as names,
        coalesce(project_counts.count, 0) as projects, coalesce(landmark_counts.count, 0) as landmarks,
        (${latestSql}) as latest
      from current_place v
      left join project_counts on project_counts.slug = v.slug
      left join landmark_counts on landmark_counts.slug = v.slug
      where ${Prisma.join(conditions, ' and ')}`,
  );
  const alphabet = new Intl.Collator(language);
  return found
    .sort((one, other) => alphabet.compare(one.name, other.name) || alphabet.compare(one.slug, other.slug))
    .map(({ names, ...place }) => ({ ...place, otherNames: otherNames(names, place.name, language) }));
}

/** One place, with what it lies in, what lies in it, and the zones that cover it. */
export type Place = Omit<z.output<typeof placeRow>, 'names'> & { readonly otherNames: readonly NamesOfLanguage[] };

const neighbour = z.object({ slug: z.string(), name: z.string(), type: z.enum(placeTypes) });

const placeRow = z.object({
  slug: z.string(),
  name: z.string(),
  type: z.enum(placeTypes),
  names: z.array(nameColumn),
  namesBasis: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  pointPrecisionKm: z.number().nullable(),
  obtained: z.enum(obtainments),
  note: z.string().nullable(),
  above: z.array(neighbour),
  below: z.array(neighbour),
  members: z.array(neighbour),
  zones: z.array(neighbour),
});

const neighbourSql = (language: string) =>
  Prisma.sql`jsonb_build_object('slug', n.slug, 'name', place_name_in(n.slug, ${language}::text), 'type', n.type)`;

export async function readPlace(record: PublicRecord, slug: string, language: string): Promise<Place | null> {
  const one = neighbourSql(language);
  const rows = await record.query`
    select v.slug, place_name_in(v.slug, ${language}) as name, v.type::text, ${namesSql('place_name')} as names,
      v.names_basis as "namesBasis", v.latitude::float8, v.longitude::float8, v.point_precision_km::float8 as "pointPrecisionKm",
      v.obtained::text, v.note,
      coalesce((select jsonb_agg(${one} order by a.depth desc) from current_place_ancestry a join current_place n on n.slug = a.ancestor_slug
        where a.slug = v.slug and a.depth > 0), '[]') as above,
      coalesce((select jsonb_agg(${one} order by place_name_in(n.slug, ${language}::text)) from current_place n where n.parent_slug = v.slug), '[]') as below,
      coalesce((select jsonb_agg(${one} order by m.position) from place_member m join current_place n on n.slug = m.place_slug where m.version_id = v.id), '[]') as members,
      coalesce((select jsonb_agg(${one} order by n.slug) from current_place n join place_member m on m.version_id = n.id where m.place_slug = v.slug), '[]') as zones
    from current_place v where v.slug = ${slug}`;
  if (!rows[0]) return null;
  const { names, ...place } = placeRow.parse(rows[0]);
  return { ...place, otherNames: otherNames(names, place.name, language) };
}

/** What one source says of one service at a place, or nothing where nobody has said anything. */
export type ServiceRow = z.output<typeof serviceRow>;

const serviceRow = z.object({
  service: z.string(),
  label: z.string(),
  claims: z.array(
    z.object({
      slug: z.string(),
      state: z.enum(readinessStates),
      referenceOn: spanColumn,
      promisedOn: spanColumn,
      /** Promises that earlier versions of the same record made. */
      earlierPromise: spanColumn,
      project: z.object({ slug: z.string(), title: z.string() }).nullable(),
      statementText: z.string().nullable(),
      statement: statementColumn,
    }),
  ),
});

/** Every service there is, always: where nothing is known the claims are empty. Latest claim first. */
export async function readServices(
  record: PublicRecord,
  placeSlug: string,
  language: string,
): Promise<readonly ServiceRow[]> {
  return z.array(serviceRow).parse(
    await record.query`
      select c.code as service, code_label_in('service', c.code, ${language}) as label,
        coalesce((
          select jsonb_agg(jsonb_build_object(
            'slug', v.slug, 'state', v.state, 'referenceOn', ${spanSql('v.reference_on')}, 'promisedOn', ${spanSql('v.promised_on')},
            'earlierPromise', (select ${spanSql('e.promised_on')} from readiness_version e where e.slug = v.slug and e.version < v.version
              and e.promised_on_last is not null and e.promised_on_last is distinct from v.promised_on_last order by e.version limit 1),
            'project', (select jsonb_build_object('slug', p.slug, 'title', p.title) from latest_project p where p.slug = v.project_slug),
            'statementText', v.statement, 'statement', ${statementSql}) order by v.reference_on_last desc, v.slug)
          from current_readiness v where v.place_slug = ${placeSlug} and v.service = c.code), '[]') as claims
      from current_code c where c.list = 'service'
      order by c."order" nulls last, c.code`,
  );
}

/** When a record that is not current was withdrawn; null when there never was one. */
export async function readWithdrawal(
  record: PublicRecord,
  kind: 'place' | 'landmark',
  slug: string,
): Promise<Date | null> {
  const rows = z
    .array(z.object({ published_at: z.date() }))
    .parse(
      await record.query`select published_at from ${Prisma.raw(`latest_${kind}`)} where slug = ${slug} and is_withdrawn`,
    );
  return rows[0]?.published_at ?? null;
}
