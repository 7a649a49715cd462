import 'server-only';
import * as z from 'zod';
import type { FilterProblem } from '@/domain/filter';
import { type FilterRules, type FilterValues, type KnownCodes, unknownValue } from '@/domain/export/filters';
import { codeLists } from '@/domain/record/code-lists';
import { Prisma } from '@/prisma/generated/client/client';
import type { PublicRecord } from '../published/record-at';

const codeRows = z.array(z.object({ list: z.enum(codeLists), code: z.string() }));

/** The codes that exist now, each list in its order. */
export async function readKnownCodes(record: PublicRecord): Promise<KnownCodes> {
  const rows = codeRows.parse(
    await record.query`select list::text as list, code from current_code order by list, "order" nulls last, code`,
  );
  const known = Object.fromEntries(
    codeLists.map((list) => [list, rows.filter((row) => row.list === list).map(({ code }) => code)]),
  );
  return known as Record<(typeof codeLists)[number], string[]>; // every list is a key
}

/** The first filter that names a record which does not exist. */
export async function findUnknownReference(
  record: PublicRecord,
  rules: FilterRules,
  values: FilterValues,
): Promise<FilterProblem | null> {
  for (const [name, value] of Object.entries(values)) {
    const rule = rules[name];
    const kind = rule?.type === 'reference' ? rule.to : rule?.type === 'within' ? 'place' : null;
    if (!kind) continue;
    const found = await record.query`select 1 from ${Prisma.raw(`current_${kind}`)} where slug = ${value}`;
    if (found.length === 0) return unknownValue(name, value);
  }
  return null;
}
