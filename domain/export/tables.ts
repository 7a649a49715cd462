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
  'targets',
  'readiness',
  'context',
  'sources',
  'revisions',
  'codes',
] as const;

export type TableName = (typeof tableNames)[number];

export function isTableName(text: string): text is TableName {
  return (tableNames as readonly string[]).includes(text);
}

/** Which kind of record the rows of a table are; revisions are of every kind. */
export const kindOfTable: Readonly<Record<Exclude<TableName, 'revisions'>, RecordKind>> = {
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
  sources: 'source',
  codes: 'code',
};

/** The columns of a table, in order: identifier, every field of the kind, what is worked out, when it was published. */
export function columnsOf(table: TableName): readonly ExportColumn[] {
  if (table === 'revisions') return revisionColumns;
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
  return { origin: 'record', header, type, meaning, unit, facet };
}

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
    own('progress_percent', 'number', 'columns.projects.progressPercent', 'percent'),
    ...ownDate('progress_on', 'columns.projects.progressOn'),
    own('last_report_on', 'day', 'columns.projects.lastReportOn'),
    own('is_unreported', 'yes or no', 'columns.projects.isUnreported'),
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
