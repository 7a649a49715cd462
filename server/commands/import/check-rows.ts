import 'server-only';
import type { SheetRow } from '@/domain/import/cell';
import type { RowFinding } from '@/domain/import/finding';
import type { Layout } from '@/domain/import/layout';
import { keyOfOwnIdentifier, type OwnIdentifier } from '@/domain/import/own-identifier';
import { identifierCandidates, markOf } from '@/domain/import/propose-identifier';
import { identifyRow, readRow, recordFinding, type RowRead, type RowReader } from '@/domain/import/read-row';
import { definitionOf } from '@/domain/import/targets';
import { widthFindings } from '@/domain/import/width';
import { kindOfTable } from '@/domain/export/tables';
import type { Actor } from '@/domain/permission';
import type { Content } from '@/domain/record/content';
import { error } from '@/domain/record/finding';
import { rebaseliningFindings } from '@/domain/record/re-baselining';
import { canonical } from '@/domain/submission/compare';
import { figureMoves, largestMove } from '@/domain/submission/outliers';
import * as z from 'zod';
import type { Transaction } from '../../db';
import type { FindLikely } from '../../import/likely-published';
import { type CheckedChange, findingsAround, findNotPermitted } from '../check-changes';
import { currentVersions, keyOf, type CurrentVersion } from '../current-versions';

/** What a row of a file would do, as it is kept in `import_row`. */
export interface RowOutcome {
  readonly number: number;
  readonly outcome: 'create' | 'change' | 'stay' | 'fail';
  readonly slug: string | null;
  readonly baseVersion: number | null;
  readonly content: Content | null;
  readonly findings: readonly RowFinding[] | null;
  /** Identifiers of records that it may be once more. */
  readonly duplicates: readonly string[] | null;
  readonly move: number | null;
  readonly ownScheme: string | null;
  readonly ownIdentifier: string | null;
}

export interface RowsCheck {
  readonly actor: Actor;
  readonly reader: RowReader;
  readonly layout: Layout;
  readonly format: 'csv' | 'xlsx';
  readonly findLikely: FindLikely;
}

/** A row on its way: which record it is, and what is published of that. */
interface Matched {
  readonly row: SheetRow;
  readonly slug: string | null;
  readonly own: OwnIdentifier | null;
  readonly failed: readonly RowFinding[] | null;
  readonly read: RowRead | null;
}

/**
 * Compares rows of a file with what is published, by the same checks that a submission passes. Nothing of the record is
 * written. A row is matched by its public identifier, or by its publisher's own, or by the identifier that what it says gives.
 */
export async function checkRows(
  tx: Transaction,
  check: RowsCheck,
  rows: readonly SheetRow[],
): Promise<readonly RowOutcome[]> {
  const kind = kindOfTable[check.reader.table];
  const matched = await matchRows(tx, check, rows);
  const slugs = matched.flatMap(({ slug }) => slug ?? []);
  const published = await currentVersions(
    tx,
    slugs.map((slug) => ({ kind, slug })),
  );
  const outcomes = matched.map((each) => compare(check, each, published.get(keyOf({ kind, slug: each.slug ?? '' }))));
  return beside(tx, check, matched, outcomes, published);
}

/** Finds which record each row is; a row that names none is read as a new one, to learn which identifier it gives. */
async function matchRows(tx: Transaction, check: RowsCheck, rows: readonly SheetRow[]): Promise<readonly Matched[]> {
  const { reader, layout, format } = check;
  const kind = kindOfTable[reader.table];
  const identified = rows.map((row) => {
    const wrong = widthFindings(layout, row, format);
    return { row, wrong, identity: wrong.length > 0 ? null : identifyRow(reader, row.cells) };
  });
  const owned = await recordsByOwnIdentifier(
    tx,
    kind,
    identified.flatMap(({ identity }) => (identity?.ok && identity.value.ownIdentifier) || []),
  );
  const first = identified.map(({ row, wrong, identity }): Matched & { candidates: readonly string[] } => {
    const nothing = { row, slug: null, own: null, failed: null, read: null, candidates: [] };
    if (!identity) return { ...nothing, failed: wrong };
    if (!identity.ok) return { ...nothing, failed: identity.problem };
    const { slug, ownIdentifier: own } = identity.value;
    const known = slug ?? (own ? (owned.get(keyOfOwnIdentifier(own)) ?? null) : null);
    if (known) return { ...nothing, slug: known, own };
    const read = readRow(reader, row.cells, null);
    if (!read.ok) return { ...nothing, own, failed: read.problem };
    return {
      ...nothing,
      own,
      read: read.value,
      candidates: identifierCandidates({ kind, content: read.value.content, ownIdentifier: own }),
    };
  });
  const taken = await currentVersions(
    tx,
    first.flatMap(({ candidates }) => candidates.map((slug) => ({ kind, slug }))),
  );
  return first.map(({ candidates, ...each }) =>
    candidates.length > 0 ? { ...each, slug: choose(check, each, candidates, taken) } : each,
  );
}

/** The record itself where the row says the same as it or carries its mark; else the first identifier that is free. */
function choose(
  { reader }: RowsCheck,
  { row, own, read }: Matched,
  candidates: readonly string[],
  taken: ReadonlyMap<string, CurrentVersion>,
): string {
  const kind = kindOfTable[reader.table];
  const mark = markOf(own ? keyOfOwnIdentifier(own) : canonical(read?.content ?? null));
  for (const slug of candidates) {
    const current = taken.get(keyOf({ kind, slug }));
    if (!current || slug.endsWith(`-${mark}`)) return slug;
    const again = readRow(reader, row.cells, current);
    if (again.ok && again.value.changes.length === 0) return slug;
  }
  return candidates.at(-1) ?? '';
}

const ownRows = z.array(z.object({ scheme: z.string(), identifier: z.string(), slug: z.string() }));

/** The records that were published under these identifiers of their publishers. The latest word counts. */
async function recordsByOwnIdentifier(
  tx: Transaction,
  kind: string,
  wanted: readonly OwnIdentifier[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = ownRows.parse(
    await tx.$queryRaw`
      select o.scheme, o.identifier, o.slug from own_identifier o
      join submission s on s.id = o.submission_id and s.state = 'approved'
      join unnest(${wanted.map(({ scheme }) => scheme)}::text[], ${wanted.map(({ identifier }) => identifier)}::text[])
        as asked (scheme, identifier) on asked.scheme = o.scheme and asked.identifier = o.identifier
      where o.kind = ${kind}::"RecordKind" order by s.decided_at`,
  );
  return new Map(rows.map(({ slug, ...own }) => [keyOfOwnIdentifier(own), slug]));
}

function compare({ reader }: RowsCheck, matched: Matched, published: CurrentVersion | undefined): RowOutcome {
  const { row, slug, own, failed } = matched;
  const nothing = {
    number: row.rowNumber,
    slug,
    baseVersion: published?.version ?? null,
    content: null,
    findings: null,
    duplicates: null,
    move: null,
    ownScheme: own?.scheme ?? null,
    ownIdentifier: own?.identifier ?? null,
  };
  if (failed || slug === null) return { ...nothing, outcome: 'fail', findings: failed ?? [] };
  const definition = definitionOf(reader.table);
  const found = (finding: ReturnType<typeof error>) => recordFinding(reader, row.cells, definition, finding);
  if (published?.isWithdrawn)
    return { ...nothing, outcome: 'fail', findings: [found(error('refers-to-withdrawn', 'slug', { found: slug }))] };
  // A new record was read already, to learn its identifier.
  const again = published || !matched.read ? readRow(reader, row.cells, published ?? null) : null;
  if (again && !again.ok) return { ...nothing, outcome: 'fail', findings: again.problem };
  const read = again?.value ?? matched.read;
  if (!read) return { ...nothing, outcome: 'fail', findings: [] };
  if (published && read.changes.length === 0) return { ...nothing, outcome: 'stay' };
  const { content } = read;
  if (!published) return { ...nothing, outcome: 'create', content };
  const wrong = rebaseliningFindings(definition.kind, published.content, content).map(found);
  const move = largestMove(figureMoves(definition, published.content, content));
  return wrong.length > 0
    ? { ...nothing, outcome: 'fail', content, findings: wrong }
    : { ...nothing, outcome: 'change', content, move };
}

/** What only the record as a whole knows: what is referred to, what stands beside it, whose it is, what it may be once more. */
async function beside(
  tx: Transaction,
  { actor, reader, findLikely }: RowsCheck,
  matched: readonly Matched[],
  outcomes: readonly RowOutcome[],
  published: ReadonlyMap<string, CurrentVersion>,
): Promise<readonly RowOutcome[]> {
  const kind = kindOfTable[reader.table];
  const definition = definitionOf(reader.table);
  const changes = outcomes.flatMap(({ outcome, slug, content, baseVersion }): CheckedChange[] =>
    (outcome === 'create' || outcome === 'change') && slug && content
      ? [
          {
            kind,
            slug,
            content,
            baseVersion,
            action: outcome === 'create' ? 'add' : 'change',
            reasonKind: 'correction_of_error',
            reason: null,
            answer: null,
          },
        ]
      : [],
  );
  if (changes.length === 0) return outcomes;
  const around = await findingsAround(tx, changes);
  const notPermitted = await findNotPermitted(tx, actor, changes, published);
  const likely = await findLikely(
    tx,
    changes.filter(({ action }) => action === 'add'),
  );
  return outcomes.map((each, index): RowOutcome => {
    const row = matched[index]?.row;
    if (!row || !each.slug || (each.outcome !== 'create' && each.outcome !== 'change')) return each;
    const key = keyOf({ kind, slug: each.slug });
    const refused = notPermitted.get(key);
    const findings = [
      ...(around.get(key) ?? []),
      ...(refused ? [error('outside-limits', 'slug', { because: refused.because })] : []),
    ].map((finding) => recordFinding(reader, row.cells, definition, finding));
    const isWrong = findings.some(({ severity }) => severity === 'error');
    const duplicates = (likely.get(each.slug) ?? []).slice(0, 5).map(({ slug }) => slug);
    return {
      ...each,
      outcome: isWrong ? 'fail' : each.outcome,
      findings: findings.length > 0 ? findings : null,
      duplicates: duplicates.length > 0 && each.outcome === 'create' ? duplicates : null,
    };
  });
}
