import 'server-only';
import { codeSlug, type CodeList } from '@/domain/record/code-lists';
import { textOf, type Cell } from '@/domain/record/content';
import { rowsOf } from '@/domain/record/content';
import type { SingleField } from '@/domain/record/field';
import { error, type Finding } from '@/domain/record/finding';
import { records } from '@/domain/record/records';
import type { Transaction } from '../db';
import { inChunks } from '../record/chunks';
import { tablesOf } from '../record/tables';
import type { CheckedChange } from './check-changes';
import { byKind, keyOf, type RecordKey } from './current-versions';

/** One place in a change that names another record: a reference to an identifier, or a code of a list. */
interface Mention {
  readonly change: CheckedChange;
  readonly path: string;
  readonly target: RecordKey;
  readonly found: string;
}

/** What a change set refers to and is not there: neither published nor added by the set itself. By the change's key. */
export async function findMissingReferences(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const mentions = changes.flatMap(mentionsIn);
  const known = new Set(changes.map(keyOf));
  for (const [kind, slugs] of byKind(mentions.map(({ target }) => target))) {
    for (const some of inChunks([...new Set(slugs)])) {
      const rows = await tablesOf(tx, kind, []).identities.findMany({ where: { slug: { in: [...some] } } });
      for (const { slug } of rows) known.add(keyOf({ kind, slug: String(slug) }));
    }
  }
  const missing = new Map<string, Finding[]>();
  for (const { change, path, target, found } of mentions) {
    const finding = known.has(keyOf(target))
      ? target.kind === change.kind && target.slug === change.slug
        ? error('refers-to-itself', path, { found })
        : null
      : error(target.kind === 'code' ? 'unknown-code' : 'unknown-record', path, { found });
    if (finding) missing.set(keyOf(change), [...(missing.get(keyOf(change)) ?? []), finding]);
  }
  return missing;
}

function mentionsIn(change: CheckedChange): Mention[] {
  const mentions: Mention[] = [];
  const note = (field: SingleField, path: string, value: Cell) => {
    if (typeof value !== 'string') return;
    if (field.type === 'reference') mentions.push({ change, path, target: { kind: field.to, slug: value }, found: value });
    if (field.type === 'code') mentions.push({ change, path, target: codeKey(field.list, value), found: value });
  };
  for (const [name, field] of Object.entries(records[change.kind].fields)) {
    if (field.type !== 'list') {
      note(field, name, textOf(change.content, name));
      continue;
    }
    rowsOf(change.content, name).forEach((row, position) => {
      for (const [key, each] of Object.entries(field.fields)) note(each, `${name}.${position}.${key}`, row[key] ?? null);
    });
  }
  return mentions;
}

const codeKey = (list: CodeList, code: string): RecordKey => ({ kind: 'code', slug: codeSlug(list, code) });
