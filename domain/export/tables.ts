import type { RecordKind } from '../record/kinds';
import { records } from '../record/records';
import { type ExportColumn, fieldColumns, type RecordColumn } from './column';

/** The tables that are given away, by the name of their file. */
export const tableNames = [
  'programmes',
  'places',
  'organisations',
  'projects',
  'contracts',
  'milestones',
  'landmarks',
  'conditions',
  'budget',
  'progress',
  'resettlement',
  'totals',
  'targets',
  'readiness',
  'context',
  'disagreements',
  'sources',
  'late',
  'slippage',
  'quality',
  'revisions',
  'changes',
  'codes',
] as const;

export type TableName = (typeof tableNames)[number];

export function isTableName(text: string): text is TableName {
  return (tableNames as readonly string[]).includes(text);
}

/** Tables whose rows are no records: what was published, what is chosen among records, what is worked out from them. */
const ownTables = [
  'revisions',
  'changes',
  'totals',
  'late',
  'slippage',
  'quality',
] as const satisfies readonly TableName[];
export type OwnTable = (typeof ownTables)[number];
export const isOwnTable = (name: TableName): name is OwnTable => ownTables.some((one) => one === name);

/** Which kind of record the rows of every other table are. */
export const kindOfTable: Readonly<Record<Exclude<TableName, OwnTable>, RecordKind>> = {
  programmes: 'programme',
  places: 'place',
  organisations: 'organisation',
  projects: 'project',
  contracts: 'contract',
  milestones: 'milestone',
  landmarks: 'landmark',
  conditions: 'condition',
  budget: 'budget_line',
  progress: 'progress_report',
  resettlement: 'resettlement',
  targets: 'target',
  readiness: 'readiness',
  context: 'context_fact',
  disagreements: 'disagreement',
  sources: 'source',
  codes: 'code',
};

/** The columns of a table, in order: identifier, every field of the kind, what is worked out, when it was published. */
export function columnsOf(table: TableName): readonly ExportColumn[] {
  if (isOwnTable(table)) return ownColumns[table];
  const kind = kindOfTable[table];
  return [
    own('slug', 'identifier', 'columns.slug'),
    ...(namedBy[table] ?? []),
    ...fieldColumns(records[kind]),
    ...(workedOut[table] ?? []),
    own('version', 'whole number', 'columns.version'),
    own('published_at', 'instant', 'columns.publishedAt'),
  ];
}

function own(
  header: string,
  type: RecordColumn['type'],
  meaning: string,
  unit: string | null = null,
  facet: RecordColumn['facet'] = 'value',
): RecordColumn {
  return { origin: 'record', header, type, meaning, unit, facet, isList: false };
}

const ownList = (header: string, type: RecordColumn['type'], meaning: string): RecordColumn => ({
  ...own(header, type, meaning),
  isList: true,
});

/** A date and what it covers, in four columns. */
const ownDate = (header: string, meaning: string): readonly RecordColumn[] => [
  own(header, 'date', meaning),
  own(`${header}_first`, 'day', meaning, null, 'first'),
  own(`${header}_last`, 'day', meaning, null, 'last'),
  own(`${header}_precision`, 'code', meaning, null, 'precision'),
];

/** Where no field alone names the record. */
const namedBy: Partial<Record<TableName, readonly RecordColumn[]>> = {
  places: [own('name', 'text', 'columns.places.name')],
};

/** What a table has beside the fields of its records; the query of each stands in `server/export`. */
const workedOut: Partial<Record<TableName, readonly RecordColumn[]>> = {
  projects: [
    ...ownDate('first_promised_end_on', 'columns.projects.firstPromisedEndOn'),
    ...ownDate('promised_end_on', 'columns.projects.promisedEndOn'),
    own('slipped_least_days', 'whole number', 'columns.projects.slippedLeastDays', 'days'),
    own('slipped_most_days', 'whole number', 'columns.projects.slippedMostDays', 'days'),
    own('late_by_days', 'whole number', 'columns.projects.lateByDays', 'days'),
    own('passed_by_days', 'whole number', 'columns.projects.passedByDays', 'days'),
    own('progress_percent', 'number', 'columns.projects.progressPercent', 'percent'),
    own('progress_claims', 'whole number', 'columns.projects.progressClaims', 'rows'),
    own('progress_lowest_percent', 'number', 'columns.projects.progressLowestPercent', 'percent'),
    own('progress_highest_percent', 'number', 'columns.projects.progressHighestPercent', 'percent'),
    ...ownDate('progress_on', 'columns.projects.progressOn'),
    own('last_report_on', 'day', 'columns.projects.lastReportOn'),
    own('is_unreported', 'yes or no', 'columns.projects.isUnreported'),
  ],
  resettlement: [
    own('families_status', 'code', 'columns.resettlement.familiesStatus'),
    own('persons_status', 'code', 'columns.resettlement.personsStatus'),
    own('breakdown_status', 'code', 'columns.resettlement.breakdownStatus'),
  ],
  places: [
    own('projects', 'whole number', 'columns.places.projects', 'projects'),
    own('resettlement_records', 'whole number', 'columns.places.resettlementRecords', 'rows'),
  ],
};

const revisionColumns: readonly ExportColumn[] = [
  own('sequence', 'whole number', 'columns.revisions.sequence'),
  own('kind', 'code', 'columns.revisions.kind'),
  own('kind_label', 'text', 'columns.revisions.kind', null, 'label'),
  own('slug', 'identifier', 'columns.slug'),
  own('version', 'whole number', 'columns.version'),
  own('action', 'code', 'columns.revisions.action'),
  own('action_label', 'text', 'columns.revisions.action', null, 'label'),
  own('reason_kind', 'code', 'columns.revisions.reasonKind'),
  own('reason_kind_label', 'text', 'columns.revisions.reasonKind', null, 'label'),
  own('reason', 'text', 'columns.revisions.reason'),
  own('submitted_by_role', 'code', 'columns.revisions.submittedByRole'),
  own('submitted_by_organisation_slug', 'identifier', 'columns.revisions.submittedByOrganisation'),
  own('submitted_by_organisation_name', 'text', 'columns.revisions.submittedByOrganisation', null, 'name'),
  own('approved_by_role', 'code', 'columns.revisions.approvedByRole'),
  own('approved_by_organisation_slug', 'identifier', 'columns.revisions.approvedByOrganisation'),
  own('approved_by_organisation_name', 'text', 'columns.revisions.approvedByOrganisation', null, 'name'),
  own('published_at', 'instant', 'columns.publishedAt'),
  own('before', 'json', 'columns.revisions.before'),
  own('after', 'json', 'columns.revisions.after'),
];

const totalColumns: readonly ExportColumn[] = [
  own('place_slug', 'identifier', 'columns.totals.place'),
  own('place_name', 'text', 'columns.totals.place', null, 'name'),
  own('kind', 'code', 'columns.totals.kind'),
  own('kind_label', 'text', 'columns.totals.kind', null, 'label'),
  own('population_group', 'code', 'columns.totals.populationGroup'),
  own('population_group_label', 'text', 'columns.totals.populationGroup', null, 'label'),
  own('event', 'text', 'columns.totals.event'),
  own('origin_place_slug', 'identifier', 'columns.totals.origin'),
  own('origin_place_name', 'text', 'columns.totals.origin', null, 'name'),
  own('origin_as_stated', 'text', 'columns.totals.originAsStated'),
  own('counted', 'code', 'columns.totals.counted'),
  own('claims_used', 'code', 'columns.totals.claimsUsed'),
  own('total', 'whole number', 'columns.totals.total'),
  own('qualifier', 'code', 'columns.totals.qualifier'),
  ...ownDate('reference_on', 'columns.totals.referenceOn'),
  own('slug', 'identifier', 'columns.totals.slug'),
  own('stated_by_slug', 'identifier', 'columns.totals.statedBy'),
  own('stated_by_name', 'text', 'columns.totals.statedBy', null, 'name'),
  own('source_url', 'address', 'columns.totals.source', null, 'url'),
  own('verification', 'code', 'columns.totals.verification'),
  own('claims', 'whole number', 'columns.totals.claims', 'rows'),
  own('lowest', 'whole number', 'columns.totals.lowest'),
  own('highest', 'whole number', 'columns.totals.highest'),
];

const lateColumns: readonly ExportColumn[] = [
  own('slug', 'identifier', 'columns.slug'),
  own('title', 'text', 'columns.late.title'),
  own('sector', 'code', 'columns.late.sector'),
  own('subsector', 'code', 'columns.late.subsector'),
  own('status', 'code', 'columns.late.status'),
  ownList('place_slugs', 'identifier', 'columns.late.places'),
  own('lateness', 'code', 'columns.late.lateness'),
  own('lateness_label', 'text', 'columns.late.lateness', null, 'label'),
  ...ownDate('promised_end_on', 'columns.projects.promisedEndOn'),
  own('late_by_days', 'whole number', 'columns.projects.lateByDays', 'days'),
  own('passed_by_days', 'whole number', 'columns.projects.passedByDays', 'days'),
  own('last_report_on', 'day', 'columns.projects.lastReportOn'),
  own('expected_end_first', 'day', 'columns.late.expectedFirst'),
  own('expected_end_on', 'day', 'columns.late.expectedOn'),
  own('expected_end_last', 'day', 'columns.late.expectedLast'),
  own('expected_method', 'code', 'columns.late.expectedMethod'),
  own('expected_class', 'code', 'columns.late.expectedClass'),
  own('expected_class_size', 'whole number', 'columns.late.expectedClassSize', 'projects'),
  own('expected_refusal', 'code', 'columns.late.refusal'),
  own('expected_refusal_label', 'text', 'columns.late.refusal', null, 'label'),
  own('percent_reports', 'whole number', 'columns.late.reports', 'rows'),
  own('percent_as_at', 'day', 'columns.late.asAt'),
  own('percent', 'number', 'columns.late.percent', 'percent'),
  own('version', 'whole number', 'columns.version'),
  own('published_at', 'instant', 'columns.publishedAt'),
];

const slippageColumns: readonly ExportColumn[] = [
  own('kind', 'code', 'columns.slippage.kind'),
  own('slug', 'identifier', 'columns.slippage.slug'),
  own('name', 'text', 'columns.slippage.name'),
  own('projects', 'whole number', 'columns.slippage.projects', 'projects'),
  own('known', 'whole number', 'columns.slippage.known', 'projects'),
  own('unknown', 'whole number', 'columns.slippage.unknown', 'projects'),
  own('low_quartile_days', 'number', 'columns.slippage.lowQuartile', 'days'),
  own('median_days', 'number', 'columns.slippage.median', 'days'),
  own('high_quartile_days', 'number', 'columns.slippage.highQuartile', 'days'),
];

const qualityColumns: readonly ExportColumn[] = [
  own('measure', 'code', 'columns.quality.measure'),
  own('kind', 'code', 'columns.quality.kind'),
  own('field', 'code', 'columns.quality.field'),
  own('slug', 'identifier', 'columns.quality.slug'),
  own('name', 'text', 'columns.quality.name'),
  own('count', 'whole number', 'columns.quality.count', 'rows'),
  own('total', 'whole number', 'columns.quality.total', 'rows'),
  own('share_percent', 'number', 'columns.quality.sharePercent', 'percent'),
  own('last_on', 'day', 'columns.quality.lastOn'),
  own('age_days', 'whole number', 'columns.quality.ageDays', 'days'),
  own('is_stale', 'yes or no', 'columns.quality.isStale'),
];

const changeColumns: readonly ExportColumn[] = [
  own('change', 'code', 'columns.changes.change'),
  own('kind', 'code', 'columns.revisions.kind'),
  own('kind_label', 'text', 'columns.revisions.kind', null, 'label'),
  own('slug', 'identifier', 'columns.slug'),
  own('title', 'text', 'columns.changes.title'),
  own('sector', 'code', 'columns.changes.sector'),
  own('project_slug', 'identifier', 'columns.changes.project'),
  own('place_slug', 'identifier', 'columns.changes.place'),
  own('place_name', 'text', 'columns.changes.place', null, 'name'),
  own('district_slug', 'identifier', 'columns.changes.district'),
  own('district_name', 'text', 'columns.changes.district', null, 'name'),
  own('from_version', 'whole number', 'columns.changes.fromVersion'),
  own('to_version', 'whole number', 'columns.changes.toVersion'),
  own('revisions', 'whole number', 'columns.changes.revisions', 'rows'),
  ownList('fields', 'code', 'columns.changes.fields'),
  own('moved_days', 'whole number', 'columns.changes.movedDays', 'days'),
  own('reason_kind', 'code', 'columns.changes.reasonKind'),
  own('reason_kind_label', 'text', 'columns.changes.reasonKind', null, 'label'),
  own('reason', 'text', 'columns.changes.reason'),
  own('published_at', 'instant', 'columns.changes.publishedAt'),
  own('before', 'json', 'columns.changes.before'),
  own('after', 'json', 'columns.changes.after'),
];

const ownColumns: Readonly<Record<OwnTable, readonly ExportColumn[]>> = {
  revisions: revisionColumns,
  changes: changeColumns,
  totals: totalColumns,
  late: lateColumns,
  slippage: slippageColumns,
  quality: qualityColumns,
};
