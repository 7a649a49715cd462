import 'server-only';
import * as z from 'zod';
import { type Content, textOf } from '@/domain/record/content';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { type ReferringField, referringFields } from '@/domain/record/referring';
import type { Referrer } from '@/domain/submission/withdrawal';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { snakeCase } from '@/domain/export/column';
import { listTableOf } from './tables';

/** A record that may be named by others. A code is named by its list and its code, which its content holds. */
export interface Referred {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly content: Content;
}

export interface FoundReferrer extends Referrer {
  /** Which of the records asked about it names. */
  readonly target: Referred;
}

const foundRows = z.array(z.object({ slug: z.string(), named: z.string() }));

/** Every current record that names one of these, once for each field in which it does. */
export async function referrersOf(tx: Transaction, targets: readonly Referred[]): Promise<readonly FoundReferrer[]> {
  const found: FoundReferrer[] = [];
  for (const kind of recordKinds) {
    const ofKind = targets.filter((each) => each.kind === kind);
    if (ofKind.length === 0) continue;
    for (const field of referringFields(kind)) found.push(...(await referrersIn(tx, kind, field, ofKind)));
  }
  return found;
}

async function referrersIn(
  tx: Transaction,
  kind: RecordKind,
  field: ReferringField,
  targets: readonly Referred[],
): Promise<readonly FoundReferrer[]> {
  const byName = new Map(
    targets.flatMap((target) => {
      if (field.codeList === null) return [[target.slug, target] as const];
      const code = textOf(target.content, 'list') === field.codeList ? textOf(target.content, 'code') : null;
      return code === null ? [] : [[code, target] as const];
    }),
  );
  if (byName.size === 0) return [];
  const column = Prisma.raw(snakeCase(field.field));
  const isOfKind = field.kindField
    ? Prisma.sql`named.${Prisma.raw(snakeCase(field.kindField))}::text = ${kind}`
    : Prisma.sql`true`;
  const rows = foundRows.parse(
    await tx.$queryRaw`
      select r.slug, named.${column} as named from ${namedFrom(field)}
      where named.${column} = any(${[...byName.keys()]}) and ${isOfKind}`,
  );
  return rows.flatMap(({ slug, named }): FoundReferrer[] => {
    const target = byName.get(named);
    return target ? [{ kind: field.kind, slug, isOwned: field.isOwner, target }] : [];
  });
}

function namedFrom({ kind, list }: ReferringField): Prisma.Sql {
  const current = Prisma.raw(`current_${kind}`);
  if (list === null) return Prisma.sql`${current} r join ${current} named on named.id = r.id`;
  const rows = Prisma.raw(listTableOf(kind, list));
  return Prisma.sql`${current} r join ${rows} named on named.version_id = r.id`;
}
