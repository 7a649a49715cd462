import 'server-only';
import { codeSlug, type CodeList } from '@/domain/record/code-lists';
import { textOf, type Cell, type Content } from '@/domain/record/content';
import { isRecordKind } from '@/domain/record/kinds';
import { rowsOf } from '@/domain/record/content';
import type { SingleField } from '@/domain/record/field';
import { error, type Finding } from '@/domain/record/finding';
import { records } from '@/domain/record/records';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { inChunks, namesInOneStatement } from '../record/chunks';
import { versionTableOf } from '../record/tables';
import type { CheckedChange } from './check-changes';
import { byKind, keyOf, type RecordKey } from './current-versions';

/** One place in a change that names another record: a reference to an identifier, or a code of a list. */
interface Mention {
  readonly change: CheckedChange;
  readonly path: string;
  readonly target: RecordKey;
  readonly found: string;
}

/**
 * What a change set refers to and is not there, neither published nor added by the set itself, or is withdrawn, before
 * or by the set. By the change's key. What is withdrawn keeps what it refers to.
 */
export async function findMissingReferences(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const stays = changes.filter(({ action }) => action !== 'withdraw');
  const mentions = stays.flatMap(mentionsIn);
  const published = await publishedAmong(
    tx,
    mentions.map(({ target }) => target),
  );
  const isStaying = new Map(published);
  for (const change of changes) isStaying.set(keyOf(change), change.action !== 'withdraw');

  const found = new Map<string, Finding[]>();
  for (const mention of mentions) {
    const finding = findingOf(mention, isStaying.get(keyOf(mention.target)));
    const key = keyOf(mention.change);
    if (finding) found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

/** Of these records the published ones, by key: true while current, false once withdrawn. */
async function publishedAmong(tx: Transaction, wanted: readonly RecordKey[]): Promise<ReadonlyMap<string, boolean>> {
  const published = new Map<string, boolean>();
  for (const [kind, slugs] of byKind(wanted)) {
    const table = Prisma.raw(versionTableOf(kind));
    for (const some of inChunks([...new Set(slugs)], namesInOneStatement)) {
      const rows = await tx.$queryRaw<{ slug: string; is_withdrawn: boolean }[]>`
        select slug, is_withdrawn from ${table} where superseded_at is null and slug = any(${[...some]})`;
      for (const { slug, is_withdrawn } of rows) published.set(keyOf({ kind, slug }), !is_withdrawn);
    }
  }
  return published;
}

function findingOf({ change, path, target, found }: Mention, isStaying: boolean | undefined): Finding | null {
  if (isStaying === undefined)
    return error(target.kind === 'code' ? 'unknown-code' : 'unknown-record', path, { found });
  if (target.kind === change.kind && target.slug === change.slug) return error('refers-to-itself', path, { found });
  return isStaying ? null : error('refers-to-withdrawn', path, { found });
}

function mentionsIn(change: CheckedChange): Mention[] {
  const mentions: Mention[] = [];
  const note = (field: SingleField, path: string, value: Cell, beside: Content) => {
    if (typeof value !== 'string') return;
    if (field.type === 'reference')
      mentions.push({ change, path, target: { kind: field.to, slug: value }, found: value });
    if (field.type === 'record') {
      const kind = textOf(beside, field.kindField) ?? '';
      if (isRecordKind(kind)) mentions.push({ change, path, target: { kind, slug: value }, found: value });
    }
    if (field.type === 'code') mentions.push({ change, path, target: codeKey(field.list, value), found: value });
  };
  for (const [name, field] of Object.entries(records[change.kind].fields)) {
    if (field.type !== 'list') {
      note(field, name, textOf(change.content, name), change.content);
      continue;
    }
    rowsOf(change.content, name).forEach((row, position) => {
      for (const [key, each] of Object.entries(field.fields))
        note(each, `${name}.${position}.${key}`, row[key] ?? null, row);
    });
  }
  return mentions;
}

const codeKey = (list: CodeList, code: string): RecordKey => ({ kind: 'code', slug: codeSlug(list, code) });
