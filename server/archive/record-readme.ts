import 'server-only';
import { type RecordFacts, rowsFile } from './archive-manifest';

const meanings: Readonly<Record<string, string>> = {
  evidence_file: 'photos and documents that sources list, by the SHA-256 of their bytes as they were shown',
  submission: 'which changes were published together, when, and how they came in',
  revision:
    'every published change in its order: before, after, reason, the roles and organisations of who submitted and approved it',
  revision_name: 'the names of those of them who agreed to be named',
  resettlement_disclosure:
    'of each count of people, whether it is shown, and below which number counts were withheld; what is withheld is not here',
};

/** `record/README.md`: what each file is, for whoever finds them without us. */
export function recordReadme({ tables, head, madeBy, migrations }: RecordFacts): string {
  const rows = tables.map(
    ({ name, rows: count }) => `| \`${rowsFile(name).replace('record/', '')}\` | ${count} | ${meaningOf(name)} |`,
  );
  return `# The record

Everything that was ever published, as lines of JSON: one row a line, in UTF-8. It was written by ${madeBy} and holds
${head.revisionCount} published changes, the last of ${head.lastPublishedAt ?? 'never'}.

- A record has an identifier (\`slug\`) that never changes. Each of its versions counts from \`published_at\` until
  \`superseded_at\`, which is empty for the latest. \`is_withdrawn\` says that the record was withdrawn with that version.
  What the record said on a day is every version that counted then.
- A date has a first and a last day and a precision: \`_first\`, \`_last\`, \`_precision\`. Null is unknown, and never zero.
- Money is in minor units, such as cents. Identifiers of other records end in \`_slug\`.
- \`families_not_held\` and \`persons_not_held\` say that a number was withheld because it, or another, is a small count of
  people. In \`revision.ndjson\` the word \`withheld\` stands in its place.
- Times are in UTC.

| file | rows | what |
| --- | --- | --- |
${rows.join('\n')}

\`record.json\` names the columns of each file, and the ${migrations.length} migrations of the database they fit. To load the record
again: \`bin/cornerstone load <the folder above this one>\`, with this release of Cornerstone or a later one.
`;
}

function meaningOf(name: string): string {
  const known = meanings[name];
  if (known) return known;
  if (name.endsWith('_version')) return `every published version of each ${words(name.replace(/_version$/, ''))}`;
  return name.includes('_') && !kinds.has(name)
    ? `a list inside those versions: ${words(name)}`
    : `the identifiers of each ${words(name)}`;
}

const kinds = new Set(['context_fact', 'budget_line', 'progress_report']);
const words = (name: string) => name.replaceAll('_', ' ');
