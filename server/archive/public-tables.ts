import 'server-only';
import { records } from '@/domain/record/records';
import { recordKinds, type RecordKind } from '@/domain/record/kinds';
import { listTable } from '../record/tables';

/** A table of the database, as far as it is public: what is left out is not in the archive in any form. */
export interface PublicTable {
  readonly name: string;
  /** What the public reads in its place. */
  readonly from: string;
  /** In the order in which it is always written. */
  readonly order: string;
  /** Columns that are nobody's business, or of use only to the database they are in. */
  readonly leftOut: readonly string[];
  /** Where most columns are left out: those that are not. A new column is then left out too until it is named here. */
  readonly only: readonly string[] | null;
  /** Columns that are read otherwise than by their name. */
  readonly instead: Readonly<Record<string, string>>;
}

const table = (name: string, order: string, facts: Partial<PublicTable> = {}): PublicTable => ({
  name,
  from: `public.${name}`,
  order,
  leftOut: [],
  only: null,
  instead: {},
  ...facts,
});

/** Who acted is a role and an organisation, and a name where they agreed to it: accounts are in no archive. */
const revision = table('revision', 'sequence', {
  from: 'public.public_revision',
  leftOut: ['submitted_by_id', 'approved_by_id'],
});

const revisionName = table('revision_name', 'revision_id', {
  from: `(select r.id as revision_id, n.submitted_by_name, n.approved_by_name
    from public.public_revision_name n join public.revision r using (sequence)
    where num_nonnulls(n.submitted_by_name, n.approved_by_name) > 0)`,
});

/** Of a submission: that these revisions were published together, and how they came in. */
const submission = table('submission', 'id', {
  from: `(select s.id, s.channel, r.published_at from public.submission s
    join (select submission_id, max(published_at) as published_at from public.revision group by 1) r on r.submission_id = s.id)`,
  only: ['id', 'channel', 'decided_at'],
  instead: { decided_at: 'published_at' },
});

/** Files that a published version of a source lists, as they are served. */
const evidenceFile = table('evidence_file', 'hash', {
  from: '(select * from public.evidence_file f where exists (select from public.source_evidence e where e.hash = f.hash))',
  only: ['hash', 'media_type', 'bytes', 'width', 'height', 'pages', 'small_hash', 'small_bytes'],
});

/** Whether a count is shown, and under which threshold. Why it is not would tell something of it. */
const disclosure = table('resettlement_disclosure', 'version_id', {
  instead: {
    totals_because: `case when totals_shown then totals_because else 'not_held' end`,
    breakdown_because: `case when breakdown_shown then breakdown_because else 'not_held' end`,
  },
});

/** A number that is withheld is not there; that there is one is. */
const shownResettlement: Partial<PublicTable> = {
  from: 'public.shown_resettlement',
  instead: { families_not_held: 'families_withheld', persons_not_held: 'persons_withheld' },
};

const identities = recordKinds.map((kind) => table(kind, 'slug'));
const versions = recordKinds.map((kind) =>
  table(`${kind}_version`, 'slug, version', kind === 'resettlement' ? shownResettlement : {}),
);
const lists = recordKinds.flatMap((kind) =>
  listTablesOf(kind).map((name) =>
    table(
      name,
      'version_id, position',
      name === 'resettlement_breakdown' ? { from: 'public.shown_resettlement_breakdown' } : {},
    ),
  ),
);

/** Everything that an archive has of the database, in an order in which each table finds what it names. */
export const publicTables: readonly PublicTable[] = [
  evidenceFile,
  submission,
  ...identities,
  revision,
  revisionName,
  ...versions,
  ...lists,
  disclosure,
];

/**
 * What no archive has: accounts, sessions and tokens, drafts and files on their way in, who is told of what, the log of who did
 * what. The head of the record stands beside the tables.
 */
export const keptBack: readonly string[] = [
  'app_user',
  'session',
  'one_time_link',
  'submission_change',
  'audit_event',
  'access_token',
  'webhook',
  'webhook_delivery',
  'import_run',
  'import_row',
  'import_layout',
  'own_identifier',
  'rate_limit',
  'record_head',
];

function listTablesOf(kind: RecordKind): readonly string[] {
  return Object.entries(records[kind].fields).flatMap(([name, field]) =>
    field.type === 'list' ? [`${kind}${snake(listTable[name] ?? '')}`] : [],
  );
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
