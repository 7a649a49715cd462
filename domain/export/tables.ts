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

/** The table a kind's rows are in. */
export function tableOfKind(kind: RecordKind): TableName {
  return tableNames.find((name) => name !== 'revisions' && kindOfTable[name] === kind) ?? 'revisions';
}

/** The columns of a table, in order: identifier, what is worked out, every field of the kind, when it was published. */
export function columnsOf(table: TableName): readonly ExportColumn[] {
  if (table === 'revisions') return revisionColumns;
  const kind = kindOfTable[table];
  return [
    own('slug', 'identifier', 'columns.slug'),
    ...(workedOut[table] ?? []),
    ...fieldColumns(records[kind]),
    own('version', 'whole number', 'columns.version', 'position'),
    own('published_at', 'instant', 'columns.publishedAt'),
  ];
}

function own(header: string, type: RecordColumn['type'], meaning: string, unit: string | null = null): RecordColumn {
  return { origin: 'record', header, type, meaning, unit };
}

/** What a table has beside the fields of its records; the query of each stands in `server/export`. */
const workedOut: Partial<Record<TableName, readonly RecordColumn[]>> = {
  places: [
    own('name', 'text', 'columns.places.name'),
    own('projects', 'whole number', 'columns.places.projects', 'projects'),
    own('resettlement_records', 'whole number', 'columns.places.resettlementRecords', 'rows'),
  ],
};

const revisionColumns: readonly ExportColumn[] = [
  own('sequence', 'whole number', 'columns.revisions.sequence', 'position'),
  own('kind', 'code', 'columns.revisions.kind'),
  own('kind_label', 'text', 'columns.revisions.kind'),
  own('slug', 'identifier', 'columns.slug'),
  own('version', 'whole number', 'columns.version', 'position'),
  own('action', 'code', 'columns.revisions.action'),
  own('action_label', 'text', 'columns.revisions.action'),
  own('reason_kind', 'code', 'columns.revisions.reasonKind'),
  own('reason_kind_label', 'text', 'columns.revisions.reasonKind'),
  own('reason', 'text', 'columns.revisions.reason'),
  own('submitted_by_role', 'code', 'columns.revisions.submittedByRole'),
  own('submitted_by_organisation_slug', 'identifier', 'columns.revisions.submittedByOrganisation'),
  own('submitted_by_organisation_name', 'text', 'columns.revisions.submittedByOrganisation'),
  own('approved_by_role', 'code', 'columns.revisions.approvedByRole'),
  own('approved_by_organisation_slug', 'identifier', 'columns.revisions.approvedByOrganisation'),
  own('approved_by_organisation_name', 'text', 'columns.revisions.approvedByOrganisation'),
  own('published_at', 'instant', 'columns.publishedAt'),
  own('before', 'json', 'columns.revisions.before'),
  own('after', 'json', 'columns.revisions.after'),
];
