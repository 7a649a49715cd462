import 'server-only';
import * as z from 'zod';
import { kindOfTable, tableNames, type TableName } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { countColumn } from './project-row';

export interface TableState {
  readonly name: TableName;
  readonly rowCount: number;
  /** When a record of this table was last published, changed or withdrawn. Null: never. */
  readonly changedAt: Date | null;
}

const row = z.object({ name: z.enum(tableNames), count: countColumn, changed_at: z.date().nullable() });

/** How many rows each table has, and when it changed last. */
export async function readTableStates(): Promise<readonly TableState[]> {
  const parts = tableNames.map((name) =>
    name === 'revisions'
      ? Prisma.sql`select ${name} as name, count(*) as count, max(published_at) as changed_at from revision`
      : Prisma.sql`select ${name} as name, (select count(*) from ${Prisma.raw(`current_${kindOfTable[name]}`)}) as count,
          (select max(published_at) from revision where kind::text = ${kindOfTable[name]}) as changed_at`,
  );
  const rows = z.array(row).parse(await db.$queryRaw`${Prisma.join(parts, ' union all ')}`);
  const byName = new Map(rows.map((one) => [one.name, one]));
  return tableNames.map((name) => ({
    name,
    rowCount: byName.get(name)?.count ?? 0,
    changedAt: byName.get(name)?.changed_at ?? null,
  }));
}

const shares = z.array(z.object({ name: z.string(), count: countColumn }));
export type Shares = z.output<typeof shares>;

/** How the statements of the record are verified and obtained, and who makes most of them. */
export async function readStatementShares(): Promise<{ verification: Shares; obtained: Shares; statedBy: Shares }> {
  const kinds = [
    'project',
    'progress_report',
    'resettlement',
    'condition',
    'budget_line',
    'context_fact',
    'target',
    'milestone',
    'contract',
    'readiness',
  ];
  const statements = Prisma.join(
    kinds.map(
      (kind) =>
        Prisma.sql`select verification::text, obtained::text, stated_by_slug from ${Prisma.raw(`current_${kind}`)}`,
    ),
    ' union all ',
  );
  const [verification, obtained, statedBy] = await Promise.all([
    db.$queryRaw`select verification as name, count(*) from (${statements}) s group by 1 order by 2 desc`,
    db.$queryRaw`select obtained as name, count(*) from (${statements}) s group by 1 order by 2 desc`,
    db.$queryRaw`select coalesce(o.name, s.stated_by_slug) as name, count(*) from (${statements}) s
      left join organisation_version o on o.slug = s.stated_by_slug and o.superseded_at is null group by 1 order by 2 desc, 1 limit 8`,
  ]);
  return {
    verification: shares.parse(verification),
    obtained: shares.parse(obtained),
    statedBy: shares.parse(statedBy),
  };
}
