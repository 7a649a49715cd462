import 'server-only';
import * as z from 'zod';
import { projectStatuses, qualifiers, sectors } from '@/domain/vocabulary';
import { type HistorySummary, readHistorySummary } from './history';
import { readContracts, readMilestones, readMoney, type Contract, type Milestone, type Money } from './project-money';
import { readParts, readRelated, type ProjectPart, type RelatedProject } from './project-parts';
import { readReports, type Report } from './project-reports';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import {
  dayOfRecord,
  joinStatement,
  sourceOf,
  sourceRow,
  statementColumns,
  statementOf,
  statementRow,
  type Source,
} from './project-statement';
import type { PublicRecord } from './record-at';

export type ProjectFacts = NonNullable<Awaited<ReturnType<typeof readFacts>>>;

/** All that the record says of one project now. */
export interface PublishedProject extends ProjectFacts {
  readonly places: readonly ProjectPlace[];
  readonly parties: readonly { readonly slug: string; readonly name: string; readonly role: string }[];
  readonly measures: readonly PlannedMeasure[];
  readonly reports: readonly Report[];
  readonly milestones: readonly Milestone[];
  readonly contracts: readonly Contract[];
  readonly money: readonly Money[];
  readonly parts: readonly ProjectPart[];
  readonly related: readonly RelatedProject[];
  readonly furtherSources: readonly Source[];
  readonly history: HistorySummary;
}

export type ProjectPlace = z.output<typeof projectPlace>;
export type PlannedMeasure = z.output<typeof plannedMeasure>;

/** Null: the record never had such a project. A withdrawn one is read as it was when it was withdrawn. */
export async function readProject(
  record: PublicRecord,
  slug: string,
  language: string,
): Promise<PublishedProject | null> {
  const facts = await readFacts(record, slug, language);
  if (!facts) return null;
  const { versionId } = facts;
  const [places, parties, measures, reports, milestones, contracts, money, parts, related, furtherSources, history] =
    await Promise.all([
      readPlaces(record, versionId, language),
      readParties(record, versionId, language),
      readMeasures(record, versionId, language),
      readReports(record, slug, language),
      readMilestones(record, slug),
      readContracts(record, slug),
      readMoney(record, slug),
      readParts(record, slug),
      readRelated(record, slug, versionId),
      readFurtherSources(record, versionId),
      readHistorySummary(record, { of: 'project', slug }),
    ]);
  return {
    ...facts,
    places,
    parties,
    measures,
    reports,
    milestones,
    contracts,
    money,
    parts,
    related,
    furtherSources,
    history,
  };
}

/** What a page's title needs. */
export async function readProjectTitle(
  record: PublicRecord,
  slug: string,
): Promise<{ title: string; isOfficialName: boolean } | null> {
  const rows = await record.query`
    select title, coalesce(title_is_official_name, false) as "isOfficialName"
    from latest_project where slug = ${slug}`;
  return z.array(z.object({ title: z.string(), isOfficialName: z.boolean() })).parse(rows)[0] ?? null;
}

async function readFacts(record: PublicRecord, slug: string, language: string) {
  const rows = await record.query`
    select v.*, v.sector::text, v.status::text, v.status_on_precision::text, v.baseline_start_on_precision::text,
      v.baseline_end_on_precision::text, v.forecast_end_on_precision::text, v.actual_start_on_precision::text,
      v.actual_end_on_precision::text, code_label_in('subsector', v.subsector, ${language}) as subsector_label,
      programme.title as programme_title, programme.title_is_official_name as programme_is_official,
      whole.title as whole_title, whole.title_is_official_name as whole_is_official, landmark.title as landmark_title,
      ${statementColumns}
    from latest_project v
    left join current_programme programme on programme.slug = v.programme_slug
    left join current_project whole on whole.slug = v.part_of_slug
    left join current_landmark landmark on landmark.slug = v.landmark_slug
    ${joinStatement}
    where v.slug = ${slug}`;
  const row = z.array(factsRow).parse(rows)[0];
  if (!row) return null;
  return {
    slug: row.slug,
    versionId: row.id,
    version: row.version,
    isWithdrawn: row.is_withdrawn,
    publishedOn: dayOfRecord(row.published_at),
    title: row.title,
    isOfficialName: row.title_is_official_name === true,
    description: row.description,
    sector: row.sector,
    subsector: row.subsector,
    subsectorLabel: row.subsector_label,
    programme:
      row.programme_title === null
        ? null
        : { title: row.programme_title, isOfficialName: row.programme_is_official === true },
    whole:
      row.part_of_slug && row.whole_title
        ? { slug: row.part_of_slug, title: row.whole_title, isOfficialName: row.whole_is_official === true }
        : null,
    landmark: row.landmark_slug && row.landmark_title ? { slug: row.landmark_slug, title: row.landmark_title } : null,
    status: row.status,
    statusAsStated: row.status_as_stated,
    statusOn: spanOf({ first: row.status_on_first, last: row.status_on_last, precision: row.status_on_precision }),
    isOnHold: row.is_on_hold === true,
    onHoldReason: row.on_hold_reason,
    inUseNote: row.in_use_note,
    baselineReason: row.baseline_reason,
    baselineStartOn: span(row, 'baseline_start_on'),
    baselineEndOn: span(row, 'baseline_end_on'),
    forecastEndOn: span(row, 'forecast_end_on'),
    actualStartOn: span(row, 'actual_start_on'),
    actualEndOn: span(row, 'actual_end_on'),
    confidence: row.confidence,
    statement: statementOf(row),
  };
}

const spanColumns = <Name extends string>(name: Name) =>
  ({
    [`${name}_first`]: dateColumn.nullable(),
    [`${name}_last`]: dateColumn.nullable(),
    [`${name}_precision`]: precisionColumn.nullable(),
    // TypeScript widens computed keys to string; the three are these.
  }) as Record<`${Name}_first` | `${Name}_last`, z.ZodNullable<typeof dateColumn>> &
    Record<`${Name}_precision`, z.ZodNullable<typeof precisionColumn>>;

const factsRow = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.number(),
  is_withdrawn: z.boolean(),
  title: z.string(),
  title_is_official_name: z.boolean().nullable(),
  description: z.string().nullable(),
  sector: z.enum(sectors),
  subsector: z.string(),
  subsector_label: z.string(),
  programme_title: z.string().nullable(),
  programme_is_official: z.boolean().nullable(),
  part_of_slug: z.string().nullable(),
  whole_title: z.string().nullable(),
  whole_is_official: z.boolean().nullable(),
  landmark_slug: z.string().nullable(),
  landmark_title: z.string().nullable(),
  status: z.enum(projectStatuses),
  status_as_stated: z.string().nullable(),
  is_on_hold: z.boolean().nullable(),
  on_hold_reason: z.string().nullable(),
  in_use_note: z.string().nullable(),
  baseline_reason: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  ...spanColumns('status_on'),
  ...spanColumns('baseline_start_on'),
  ...spanColumns('baseline_end_on'),
  ...spanColumns('forecast_end_on'),
  ...spanColumns('actual_start_on'),
  ...spanColumns('actual_end_on'),
  ...statementRow,
});

type SpanName = 'baseline_start_on' | 'baseline_end_on' | 'forecast_end_on' | 'actual_start_on' | 'actual_end_on';

const span = (row: z.output<typeof factsRow>, name: SpanName) =>
  spanOf({ first: row[`${name}_first`], last: row[`${name}_last`], precision: row[`${name}_precision`] });

const projectPlace = z.object({ slug: z.string(), name: z.string(), within: z.string().nullable() });

async function readPlaces(record: PublicRecord, versionId: string, language: string) {
  const rows = await record.query`
    select at_place.place_slug as slug, place_name_in(at_place.place_slug, ${language}) as name,
      case when above.type = 'district' then place_name_in(above.slug, ${language}) end as within
    from project_place at_place
    left join current_place place on place.slug = at_place.place_slug
    left join current_place above on above.slug = place.parent_slug
    where at_place.version_id = ${versionId}::uuid
    order by at_place.position`;
  return z.array(projectPlace).parse(rows);
}

async function readParties(record: PublicRecord, versionId: string, language: string) {
  const rows = await record.query`
    select party.organisation_slug as slug, coalesce(o.name, party.organisation_slug) as name,
      code_label_in('role', party.role, ${language}) as role
    from project_party party
    left join latest_organisation o on o.slug = party.organisation_slug
    where party.version_id = ${versionId}::uuid
    order by party.position`;
  return z.array(z.object({ slug: z.string(), name: z.string(), role: z.string() })).parse(rows);
}

const plannedMeasure = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  planned: z.number().nullable(),
  qualifier: z.enum(qualifiers).nullable(),
  unitAsStated: z.string().nullable(),
});

async function readMeasures(record: PublicRecord, versionId: string, language: string) {
  const rows = await record.query`
    select m.measure, code_label_in('measure', m.measure, ${language}) as label, code.unit,
      m.planned_quantity::float8 as planned, m.qualifier::text, m.unit_as_stated as "unitAsStated"
    from project_measure m
    left join current_code code on code.list = 'measure' and code.code = m.measure
    where m.version_id = ${versionId}::uuid
    order by m.position`;
  return z.array(plannedMeasure).parse(rows);
}

async function readFurtherSources(record: PublicRecord, versionId: string) {
  const rows = await record.query`
    select further.source_slug, source.title as source_title, source.publisher as source_publisher, source.url as source_url,
      source.published_on_first as source_on_first, source.published_on_last as source_on_last,
      source.published_on_precision::text as source_on_precision
    from project_further_source further
    left join latest_source source on source.slug = further.source_slug
    where further.version_id = ${versionId}::uuid
    order by further.position`;
  return z
    .array(z.object(sourceRow))
    .parse(rows)
    .map((row) => sourceOf(row));
}
