export type Run = (sql: string, values?: readonly unknown[]) => Promise<void>;

const kinds = [
  'code',
  'source',
  'organisation',
  'place',
  'programme',
  'landmark',
  'project',
  'budget_line',
  'progress_report',
  'resettlement',
  'target',
] as const;
export type Kind = (typeof kinds)[number];

/** Identifiers that rise as real ones do. `part` tells apart what belongs to the nth record of a kind. */
export function idOf(kind: Kind, part: number): string {
  const prefix = `${String(kinds.indexOf(kind)).padStart(4, '0')}${String(part).padStart(4, '0')}-0000-7000-8000-`;
  return `('${prefix}' || lpad(to_hex(n), 12, '0'))::uuid`;
}

/** Writes records of a kind: identity, revision and current first version of each; `n` counts them in the SQL of columns. */
export async function writeRecords(
  run: Run,
  kind: Kind,
  count: number,
  columns: Readonly<Record<string, string>>,
  slug = `'${kind.replace('_', '-')}-' || n`,
): Promise<void> {
  const rows = `from made, (select n, ${slug} as slug from generate_series(1, ${count}) n) as numbered`;
  await run(`insert into ${kind} (slug) select slug ${rows}`);
  await run(
    `insert into revision (id, sequence, kind, slug, version, action, after, reason_kind, submission_id, submitted_by_id,
       approved_by_id, submitted_by_role, approved_by_role, published_at)
     select ${idOf(kind, 0)}, before.last + n, $1::"RecordKind", slug, 1, 'add', '{}', 'first_publication', submission_id,
       author_id, reviewer_id, 'administrator', 'reviewer', at
     ${rows}, (select coalesce(max(sequence), 0) as last from revision) as before`,
    [kind],
  );
  await run(`insert into ${kind}_version (id, slug, version, revision_id, published_at, is_withdrawn, ${Object.keys(columns).join(', ')})
    select ${idOf(kind, 1)}, slug, 1, ${idOf(kind, 0)}, at, false, ${Object.values(columns).join(', ')} ${rows}`);
}

/** A date that is known to the day, where the condition holds. */
export function someDay(stem: string, date: string, condition = 'true'): Record<string, string> {
  return {
    [`${stem}_first`]: `case when ${condition} then ${date} end`,
    [`${stem}_last`]: `case when ${condition} then ${date} end`,
    [`${stem}_precision`]: `case when ${condition} then 'day'::"DatePrecision" end`,
  };
}

/** What every figure has: its source, who states it, how it was obtained and how far it is verified. */
export const stated = {
  source_slug: `'source-' || n % 200 + 1`,
  stated_by_slug: `'organisation-' || n % 50 + 1`,
  obtained: `'found'`,
  verification: `'reported'`,
} as const;
