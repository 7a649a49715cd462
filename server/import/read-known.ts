import 'server-only';
import { knownFrom, type Known } from '@/domain/import/known';
import { definitionOf, type RecordTable } from '@/domain/import/targets';
import { codeLists } from '@/domain/record/code-lists';
import type { RecordKind } from '@/domain/record/kinds';
import * as vocabulary from '@/domain/vocabulary';
import messages from '@/messages/en.json';
import { Prisma } from '@/prisma/generated/client/client';
import * as z from 'zod';
import type { Transaction } from '../db';

const codeRows = z.array(z.object({ list: z.enum(codeLists), code: z.string(), labels: z.array(z.string()) }));
const nameRows = z.array(z.object({ slug: z.string(), names: z.array(z.string().nullable()) }));

/** The words by which files of one table may name codes and records: labels, names in all languages, addresses of sources. */
export async function readKnown(tx: Transaction, table: RecordTable): Promise<Known> {
  const codes = codeRows.parse(
    await tx.$queryRaw`
      select c.list::text as list, c.code, array_agg(l.label) as labels
      from current_code c join code_label l on l.version_id = c.id group by c.list, c.code`,
  );
  const records: { kind: RecordKind; slug: string; names: readonly string[] }[] = [];
  for (const kind of referredKinds(table)) {
    const names = namesOf(kind);
    if (!names) continue;
    const rows = nameRows.parse(
      await tx.$queryRaw`select r.slug, array(${names}) as names from ${Prisma.raw(`current_${kind}`)} r`,
    );
    for (const { slug, names: found } of rows)
      records.push({ kind, slug, names: found.filter((name) => name !== null) });
  }
  return knownFrom({ choices, codes, records });
}

/** Each closed list with its labels. Lists are told apart by being the very same list. */
const choices = Object.entries(vocabulary).flatMap(([name, values]) => {
  const words: Readonly<Record<string, string>> | undefined = Reflect.get(messages.vocabulary, name);
  if (!Array.isArray(values) || !words) return [];
  const list: readonly string[] = values;
  return [{ values: list, labels: Object.fromEntries(list.map((value) => [value, [words[value] ?? value]])) }];
});

function referredKinds(table: RecordTable): ReadonlySet<RecordKind> {
  const kinds = new Set<RecordKind>();
  for (const field of Object.values(definitionOf(table).fields)) {
    for (const each of field.type === 'list' ? Object.values(field.fields) : [field])
      if (each.type === 'reference') kinds.add(each.to);
  }
  return kinds;
}

/** What a record of a kind is called; null where records of the kind have no name of their own. */
function namesOf(kind: RecordKind): Prisma.Sql | null {
  const { sql } = Prisma;
  switch (kind) {
    case 'place':
      return sql`select n.name from place_name n where n.version_id = r.id`;
    case 'organisation':
      return sql`select r.name union select n.name from organisation_name n where n.version_id = r.id`;
    case 'landmark':
      return sql`select r.title union select n.name from landmark_name n where n.version_id = r.id`;
    case 'project':
    case 'programme':
      return sql`select r.title`;
    case 'source':
      return sql`select r.title union select r.url`;
    default:
      return null;
  }
}
