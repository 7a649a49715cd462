import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';

/** SQL of names that stand in our own declarations, never in a request. */
const raw = Prisma.raw;

/** What one filter narrows a table's rows (`v`) to. */
type Condition = (value: string) => Prisma.Sql;

/** `where` and what the filters ask for; nothing when none is on. */
export function conditionsOf(table: TableName, filters: FilterValues): Prisma.Sql {
  if (table === 'projects') return Prisma.empty;
  const own = conditions[table];
  const parts = Object.entries(filters).flatMap(([name, value]) => {
    if (table === 'landmarks' && (name === 'condition' || name === 'stated_by')) return [];
    const condition = own[name];
    if (!condition) throw new Error(`No query for the filter ${table}.${name}`);
    return [condition(value)];
  });
  if (table === 'landmarks') parts.push(...claimedCondition(filters));
  return parts.length > 0 ? Prisma.sql`where ${Prisma.join(parts, ' and ')}` : Prisma.empty;
}

const is =
  (column: string): Condition =>
  (value) =>
    Prisma.sql`${raw(`v.${column}`)}::text = ${value}`;

/** The place itself and everything that lies in it; a zone lies across districts, so only what names it counts. */
export const placesWithin = (place: string) =>
  Prisma.sql`(select within.slug from current_place_ancestry within where within.ancestor_slug = ${place})`;

const lies =
  (column = 'place_slug'): Condition =>
  (place) =>
    Prisma.sql`${raw(`v.${column}`)} in ${placesWithin(place)}`;

const ofProject =
  (condition: (value: string) => Prisma.Sql): Condition =>
  (value) =>
    Prisma.sql`v.project_slug in (select p.slug from current_project p where ${condition(value)})`;

const projectLies = (place: string) =>
  Prisma.sql`p.id in (select pp.version_id from project_place pp where pp.place_slug in ${placesWithin(place)})`;

const atProjectOrWithin = ofProject(projectLies);

/** As the list of projects reads them: see `projectWhere`. */
const ofProjects: Readonly<Record<string, Condition>> = {
  sector: ofProject((sector) => Prisma.sql`p.sector::text = ${sector}`),
  subsector: ofProject((subsector) => Prisma.sql`p.subsector = ${subsector}`),
  status: ofProject((status) => Prisma.sql`p.status::text = ${status}`),
  place: atProjectOrWithin,
};

const ofLandmark =
  (condition: (value: string) => Prisma.Sql): Condition =>
  (value) =>
    Prisma.sql`v.landmark_slug in (select l.slug from current_landmark l where ${condition(value)})`;

const hasCommunity = (landmark: string) => (community: string) =>
  Prisma.sql`exists (select 1 from landmark_community c where c.version_id = ${raw(landmark)}.id and c.community = ${community})`;

/** The words anywhere in a text, without regard to case, marks and the letter schwa. */
export const saysIn = (text: string, words: string) =>
  Prisma.sql`folded(${raw(text)}) like '%' || folded(${words.replace(/[\\%_]/g, '\\$&')}) || '%'`;

const hasName =
  (table: string, record = 'v'): Condition =>
  (words) =>
    Prisma.sql`exists (select 1 from ${raw(table)} n where n.version_id = ${raw(record)}.id and ${saysIn('n.name', words)})`;

const landmarkSays =
  (record: string): Condition =>
  (words) =>
    Prisma.sql`(${saysIn(`${record}.title`, words)} or ${hasName('landmark_name', record)(words)})`;

/** A claim that says so: with both filters on, one claim says both. */
function claimedCondition({ condition, stated_by: statedBy }: FilterValues): readonly Prisma.Sql[] {
  if (!condition && !statedBy) return [];
  return [
    Prisma.sql`exists (select 1 from current_condition claim where claim.landmark_slug = v.slug
      ${condition ? Prisma.sql`and claim.condition::text = ${condition}` : Prisma.empty}
      ${statedBy ? Prisma.sql`and claim.stated_by_slug = ${statedBy}` : Prisma.empty})`,
  ];
}

const verification = is('verification');
const statedBy = is('stated_by_slug');

const conditions: Readonly<Record<TableName, Readonly<Record<string, Condition>>>> = {
  programmes: { place: lies(), verification },
  places: { q: hasName('place_name'), type: is('type'), place: lies('slug') },
  organisations: {},
  // Chosen by the query of the page itself, in select-table.ts.
  projects: {},
  contracts: {
    project: is('project_slug'),
    supplier: is('supplier_slug'),
    ...ofProjects,
    procurement_method: is('procurement_method'),
    verification,
  },
  milestones: { project: is('project_slug'), ...ofProjects, type: is('type'), verification },
  landmarks: {
    q: landmarkSays('v'),
    place: lies(),
    kind: is('kind'),
    community: hasCommunity('v'),
  },
  conditions: {
    q: ofLandmark(landmarkSays('l')),
    landmark: is('landmark_slug'),
    place: ofLandmark((place) => Prisma.sql`l.place_slug in ${placesWithin(place)}`),
    kind: ofLandmark((kind) => Prisma.sql`l.kind = ${kind}`),
    community: ofLandmark(hasCommunity('l')),
    condition: is('condition'),
    stated_by: statedBy,
    verification,
  },
  budget: {
    programme: is('programme_slug'),
    project: is('project_slug'),
    ...ofProjects,
    // An amount lies where it says, or where its project does.
    place: (place) => Prisma.sql`(${lies()(place)} or ${atProjectOrWithin(place)})`,
    kind: is('kind'),
    accumulation: is('accumulation'),
    currency: is('currency'),
    stated_by: statedBy,
    verification,
  },
  progress: {
    project: is('project_slug'),
    ...ofProjects,
    // A report says a status of its own.
    status: is('status'),
    kind: is('kind'),
    verification,
  },
  resettlement: {
    place: lies(),
    kind: is('kind'),
    population_group: is('population_group'),
    stage: is('stage'),
    counting: is('counting'),
    stated_by: statedBy,
    verification,
  },
  // Chosen among claims, in total-claims-sql.ts.
  totals: {},
  // Worked out by the queries of the page, in late-sql.ts and slippage-spread.ts.
  late: {},
  slippage: {},
  // Chosen in select-quality.ts.
  quality: {},
  targets: {
    programme: is('programme_slug'),
    place: lies(),
    metric: is('metric'),
    measure: is('measure'),
    population_group: is('population_group'),
    verification,
  },
  readiness: { place: lies(), service: is('service'), state: is('state'), verification },
  context: { place: lies(), category: is('category'), verification },
  disagreements: {
    nature: is('nature'),
    project: is('project_slug'),
    landmark: is('landmark_slug'),
    place: (place) =>
      Prisma.sql`(${lies()(place)} or ${atProjectOrWithin(place)} or ${ofLandmark((within) => Prisma.sql`l.place_slug in ${placesWithin(within)}`)(place)})`,
  },
  sources: { q: (words) => Prisma.sql`(${saysIn('v.title', words)} or ${saysIn('v.publisher', words)})` },
  revisions: { kind: is('kind'), slug: is('slug'), action: is('action'), reason_kind: is('reason_kind') },
  // Compared by changes-sql.ts.
  changes: {},
  codes: { list: is('list'), sector: is('sector') },
};
