import 'server-only';
import * as z from 'zod';
import { certainties, conditions, projectStatuses } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { choicesIn } from './data-choices';
import { type NamesOfLanguage, otherNames } from './data-names';
import { nameColumn, namesSql, spanColumn, spanSql, statementColumn, statementSql } from './data-statement';
import type { PublicRecord } from './record-at';

/** What one source says of a landmark's condition at one time. */
export type Claim = z.output<typeof claim>;

const claim = z.object({
  slug: z.string(),
  condition: z.enum(conditions),
  observedOn: spanColumn,
  imageryOn: spanColumn,
  cause: z.string().nullable(),
  extent: z.string().nullable(),
  certainty: z.enum(certainties),
  statementText: z.string().nullable(),
  statement: statementColumn,
});

export type ListedLandmark = Omit<z.output<typeof listedLandmark>, 'names'> & {
  readonly otherNames: readonly NamesOfLanguage[];
};

const listedLandmark = z.object({
  slug: z.string(),
  title: z.string(),
  names: z.array(nameColumn),
  kind: z.string(),
  kindLabel: z.string(),
  placeSlug: z.string(),
  placeName: z.string(),
  communities: z.array(z.object({ code: z.string(), label: z.string() })),
  claims: z.array(claim),
  restorations: z.array(z.object({ slug: z.string(), title: z.string(), status: z.enum(projectStatuses) })),
});

export interface LandmarkFilter {
  readonly q?: string;
  readonly place?: string;
  readonly kind?: string;
  readonly community?: string;
  readonly condition?: string;
  readonly stated_by?: string;
}

/** All claims of a landmark `l`, the latest observation first. */
const claimsSql = Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object(
    'slug', v.slug, 'condition', v.condition, 'observedOn', ${spanSql('v.observed_on')}, 'imageryOn', ${spanSql('v.imagery_on')},
    'cause', v.cause, 'extent', v.extent, 'certainty', v.certainty, 'statementText', v.statement, 'statement', ${statementSql})
    order by v.observed_on_last desc nulls last, v.slug)
  from current_condition v where v.landmark_slug = l.slug), '[]')`;

const columnsSql = (language: string) => Prisma.sql`
  l.slug, l.title, (select ${namesSql('landmark_name')} from (select l.id) v) as names, l.kind, code_label_in('landmark_kind', l.kind, ${language}) as "kindLabel",
  l.place_slug as "placeSlug", place_name_in(l.place_slug, ${language}) as "placeName",
  coalesce((select jsonb_agg(jsonb_build_object('code', c.community, 'label', code_label_in('community', c.community, ${language}::text)) order by c.position)
    from landmark_community c where c.version_id = l.id), '[]') as communities,
  ${claimsSql} as claims,
  coalesce((select jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title, 'status', p.status) order by p.slug)
    from current_project p where p.landmark_slug = l.slug), '[]') as restorations`;

/** By title. With a condition and a claim maker asked for, one claim says both. */
export async function readLandmarks(
  record: PublicRecord,
  filter: LandmarkFilter,
  language: string,
): Promise<readonly ListedLandmark[]> {
  const { q, place, kind, community, condition, stated_by: statedBy } = filter;
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    Prisma.sql`true`,
    pattern &&
      Prisma.sql`(folded(l.title) like folded(${pattern}) or exists (
        select 1 from landmark_name n where n.version_id = l.id and folded(n.name) like folded(${pattern})))`,
    place && Prisma.sql`l.place_slug in (select slug from current_place_ancestry where ancestor_slug = ${place})`,
    kind && Prisma.sql`l.kind = ${kind}`,
    community &&
      Prisma.sql`exists (select 1 from landmark_community c where c.version_id = l.id and c.community = ${community})`,
    (condition || statedBy) &&
      Prisma.sql`exists (select 1 from current_condition c where c.landmark_slug = l.slug
        ${condition ? Prisma.sql`and c.condition::text = ${condition}` : Prisma.empty}
        ${statedBy ? Prisma.sql`and c.stated_by_slug = ${statedBy}` : Prisma.empty})`,
  ].filter((part) => part instanceof Prisma.Sql);
  const found = z.array(listedLandmark).parse(
    await record.query`
      select ${columnsSql(language)} from current_landmark l
      where ${Prisma.join(parts, ' and ')} order by folded(l.title), l.slug`,
  );
  return found.map(({ names, ...landmark }) => ({
    ...landmark,
    otherNames: otherNames(names, landmark.title, language),
  }));
}

/** One landmark with everything that is said of it. */
export type Landmark = Omit<z.output<typeof landmarkRow>, 'names'> & {
  readonly otherNames: readonly NamesOfLanguage[];
};

const landmarkRow = listedLandmark.extend({
  description: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  pointPrecisionKm: z.number().nullable(),
  designations: z.array(z.object({ designation: z.string(), by: z.string().nullable() })),
  furtherSources: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      publisher: z.string(),
      url: z.string().nullable(),
      publishedOn: spanColumn,
    }),
  ),
  statement: statementColumn,
});

export async function readLandmark(record: PublicRecord, slug: string, language: string): Promise<Landmark | null> {
  const rows = await record.query`
    select ${columnsSql(language)}, l.description, l.latitude::float8, l.longitude::float8, l.point_precision_km::float8 as "pointPrecisionKm",
      coalesce((select jsonb_agg(jsonb_build_object('designation', d.designation, 'by', o.name) order by d.position)
        from landmark_designation d left join latest_organisation o on o.slug = d.organisation_slug where d.version_id = l.id), '[]') as designations,
      coalesce((select jsonb_agg(jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher, 'url', s.url, 'publishedOn', ${spanSql('s.published_on')}) order by f.position)
        from landmark_further_source f join latest_source s on s.slug = f.source_slug where f.version_id = l.id), '[]') as "furtherSources",
      (select ${statementSql} from (select l.*) v) as statement
    from current_landmark l where l.slug = ${slug}`;
  if (!rows[0]) return null;
  const { names, ...landmark } = landmarkRow.parse(rows[0]);
  return { ...landmark, otherNames: otherNames(names, landmark.title, language) };
}

/** What the filters offer: places, kinds, communities and claim makers that some landmark has. */
export async function readLandmarkChoices(record: PublicRecord, language: string) {
  const [places, kinds, communities, claimMakers] = await Promise.all([
    record.query`select value, place_name_in(value, ${language}) as label from (
      select distinct a.ancestor_slug as value from current_landmark l join current_place_ancestry a on a.slug = l.place_slug) found`,
    record.query`select value, code_label_in('landmark_kind', value, ${language}) as label from (select distinct kind as value from current_landmark) found`,
    record.query`select value, code_label_in('community', value, ${language}) as label from (
      select distinct c.community as value from current_landmark l join landmark_community c on c.version_id = l.id) found`,
    record.query`select value, coalesce(o.name, value) as label from (select distinct stated_by_slug as value from current_condition) found
      left join current_organisation o on o.slug = value `,
  ]);
  return {
    places: choicesIn(language, places),
    kinds: choicesIn(language, kinds),
    communities: choicesIn(language, communities),
    claimMakers: choicesIn(language, claimMakers),
  };
}
