import 'server-only';
import { rowsOf, textOf } from '@/domain/record/content';
import { error, type Finding } from '@/domain/record/finding';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { inChunks } from '../record/chunks';
import type { CheckedChange } from './check-changes';
import { keyOf } from './current-versions';

/**
 * What evidence must hold: each file listed is kept here, only photos stand in pairs, a figure that says it is documented has
 * a source with evidence, and a source keeps its evidence while a figure rests on it. By the change's key.
 */
export async function findWrongEvidence(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const proposed = changes.filter(({ action }) => action !== 'withdraw');
  const mediaTypes = await mediaTypesOf(tx, proposed);
  const undocumented = await findUndocumented(tx, proposed);
  const emptied = await findEmptied(tx, proposed);
  return new Map(
    proposed.map((change) => [
      keyOf(change),
      [
        ...wrongFiles(change, mediaTypes),
        ...[undocumented, emptied].flatMap((found) => found.get(keyOf(change)) ?? []),
      ],
    ]),
  );
}

async function mediaTypesOf(tx: Transaction, changes: readonly CheckedChange[]): Promise<ReadonlyMap<string, string>> {
  const hashes = changes
    .filter(({ kind }) => kind === 'source')
    .flatMap(({ content }) => rowsOf(content, 'evidence').map(({ hash }) => String(hash)));
  const found = new Map<string, string>();
  for (const some of inChunks([...new Set(hashes)])) {
    const rows = await tx.evidenceFile.findMany({
      where: { hash: { in: [...some] } },
      select: { hash: true, mediaType: true },
    });
    for (const { hash, mediaType } of rows) found.set(hash, mediaType);
  }
  return found;
}

function wrongFiles({ kind, content }: CheckedChange, mediaTypes: ReadonlyMap<string, string>): readonly Finding[] {
  if (kind !== 'source') return [];
  return rowsOf(content, 'evidence').flatMap(({ hash, pair }, position) => {
    const mediaType = mediaTypes.get(String(hash));
    if (!mediaType) return [error('unknown-file', `evidence.${position}.hash`)];
    return pair !== null && !mediaType.startsWith('image/') ? [error('not-a-photo', `evidence.${position}.pair`)] : [];
  });
}

const hasEvidence = ({ content }: CheckedChange) => rowsOf(content, 'evidence').length > 0;

async function findUndocumented(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const documented = changes.filter(({ content }) => textOf(content, 'verification') === 'documented');
  const holding = new Map(
    changes.filter(({ kind }) => kind === 'source').map((change) => [change.slug, hasEvidence(change)]),
  );
  const elsewhere = documented
    .flatMap(({ content }) => textOf(content, 'sourceSlug') ?? [])
    .filter((slug) => !holding.has(slug));
  for (const some of inChunks([...new Set(elsewhere)])) {
    const rows = await tx.$queryRaw<{ slug: string }[]>`
      select distinct s.slug from current_source s join source_evidence e on e.version_id = s.id where s.slug = any(${[...some]})`;
    for (const { slug } of rows) holding.set(slug, true);
  }
  return new Map(
    documented
      .filter(({ content }) => !holding.get(textOf(content, 'sourceSlug') ?? ''))
      .map((change) => [keyOf(change), [error('needs-evidence', 'verification')]]),
  );
}

const statementKinds: readonly RecordKind[] = recordKinds.filter((kind) => 'verifiedBySlug' in records[kind].fields);

/** Sources that lose their evidence while a figure that stays as it is says that it is documented by them. */
async function findEmptied(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const emptied = changes.filter(
    (change) => change.kind === 'source' && change.action === 'change' && !hasEvidence(change),
  );
  if (emptied.length === 0) return new Map();
  const slugs = emptied.map(({ slug }) => slug);
  const figures = statementKinds.map(
    (kind) => Prisma.sql`
      select ${kind} as kind, slug, source_slug from ${Prisma.raw(`current_${kind}`)}
      where verification = 'documented' and source_slug = any(${slugs})`,
  );
  const rows = await tx.$queryRaw<{ kind: RecordKind; slug: string; source_slug: string }[]>(
    Prisma.join(figures, ' union all '),
  );
  const changed = new Set(changes.map(keyOf));
  const resting = rows.filter((row) => !changed.has(keyOf(row)));
  return new Map(
    emptied.flatMap((change) => {
      const count = resting.filter(({ source_slug }) => source_slug === change.slug).length;
      return count > 0
        ? [[keyOf(change), [error('still-documented', 'evidence', { count: String(count) })]] as const]
        : [];
    }),
  );
}
