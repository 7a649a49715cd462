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

/**
 * Corrects one record of so many, forty days after: its first version ends, and a second says the same, with its parts.
 * What is current is then one of several versions, and a past day in between reads the one before.
 */
export async function correctEvery(run: Run, every: number, kind: Kind, parts: readonly string[]): Promise<void> {
  const secondId = (id: string) => `overlay(${id}::text placing '1' from 5 for 1)::uuid`;
  const ofSecond = (column: string) => `${column} in (select id from ${kind}_version where superseded_at is not null)`;
  await run(`update ${kind}_version set superseded_at = published_at + interval '40 days'
    where ('x' || right(id::text, 8))::bit(32)::int % ${every} = 0`);
  await run(`insert into revision select again.* from (
      select r, ${secondId('r.id')} as id, v.superseded_at as at,
        (select max(sequence) from revision) + row_number() over (order by r.sequence) as sequence
      from revision r join ${kind}_version v on v.revision_id = r.id where v.superseded_at is not null
    ) as first,
    jsonb_populate_record(first.r, jsonb_build_object('id', first.id, 'sequence', first.sequence, 'version', 2,
      'action', 'change', 'reason_kind', 'correction_of_error', 'reason', 'An error', 'before', (first.r).after, 'published_at', first.at)) as again`);
  await run(`insert into ${kind}_version select again.* from ${kind}_version v,
    jsonb_populate_record(v, jsonb_build_object('id', ${secondId('v.id')}, 'revision_id', ${secondId('v.revision_id')},
      'version', 2, 'published_at', v.superseded_at, 'superseded_at', null)) as again
    where v.superseded_at is not null`);
  for (const part of parts)
    await run(`insert into ${part} select again.* from ${part} first,
      jsonb_populate_record(first, jsonb_build_object('id', ${secondId('first.id')},
        'version_id', ${secondId('first.version_id')})) as again
      where ${ofSecond('first.version_id')}`);
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
