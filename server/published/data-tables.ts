import 'server-only';
import * as z from 'zod';
import { usualDays } from '@/domain/compared-days';
import { isOwnTable, kindOfTable, tableNames, type TableName } from '@/domain/export/tables';
import { everyProject } from '@/domain/filter';
import { statementKinds } from '@/domain/record/records';
import { Prisma } from '@/prisma/generated/client/client';
import { totalClaimsSql } from './total-claims-sql';
import { countColumn } from './project-row';
import { qualitySql } from './quality-sql';
import type { PublicRecord } from './record-at';
import { mostComparedOnPage } from './changes';
import { changesSql, revisedSql } from './changes-sql';
import { slippageSpreadSql } from './slippage-spread';

export interface TableState {
  readonly name: TableName;
  /** Null: too many to be counted for a page. */
  readonly rowCount: number | null;
  /** When a record of this table was last published, changed or withdrawn. Null: never. */
  readonly changedAt: Date | null;
}

const row = z.object({ name: z.enum(tableNames), count: countColumn.nullable(), changed_at: z.date().nullable() });

/** How many rows each table has, and when it changed last. */
export async function readTableStates(record: PublicRecord): Promise<readonly TableState[]> {
  const parts = tableNames.map((name) => Prisma.sql`select ${name} as name, ${stateSql(name, record)}`);
  const rows = z.array(row).parse(await record.query`${Prisma.join(parts, ' union all ')}`);
  const byName = new Map(rows.map((one) => [one.name, one]));
  return tableNames.map((name) => ({
    name,
    rowCount: byName.get(name)?.count ?? null,
    changedAt: byName.get(name)?.changed_at ?? null,
  }));
}

function stateSql(name: TableName, record: PublicRecord): Prisma.Sql {
  if (!isOwnTable(name)) {
    return Prisma.sql`(select count(*) from ${Prisma.raw(`current_${kindOfTable[name]}`)}) as count,
      (select max(published_at) from public_revision where kind::text = ${kindOfTable[name]}) as changed_at`;
  }
  const ofProjects = Prisma.sql`(select max(published_at) from public_revision where kind in ('project', 'progress_report')) as changed_at`;
  switch (name) {
    case 'revisions':
      return Prisma.sql`(select count(*) from public_revision) as count, (select max(published_at) from public_revision) as changed_at`;
    case 'changes':
      return Prisma.sql`(
        select case when sum(revised.records) > ${mostComparedOnPage} then null else (
          select count(*) from (${changesSql(usualDays(record.publishedUpTo), {})}) c) end
        from (${revisedSql(usualDays(record.publishedUpTo), {})}) revised) as count, (select max(published_at) from public_revision) as changed_at`;
    case 'totals':
      return Prisma.sql`(select count(*) from (${totalClaimsSql({})}) t) as count,
        (select max(published_at) from public_revision where kind in ('resettlement', 'disagreement')) as changed_at`;
    case 'late':
      return Prisma.sql`(select count(*) from current_project where status not in ('completed', 'in_use', 'cancelled')) as count, ${ofProjects}`;
    case 'quality':
      return Prisma.sql`(select count(*) from (${qualitySql(record)}) q) as count, (select max(published_at) from public_revision) as changed_at`;
    case 'slippage':
      return Prisma.sql`(select count(*) from (${slippageSpreadSql(everyProject, record.day, 'en')}) s) as count, ${ofProjects}`;
  }
}

const shares = z.array(z.object({ name: z.string(), count: countColumn }));
export type Shares = z.output<typeof shares>;

/** How the statements of the record are verified and obtained, and who makes most of them. */
export async function readStatementShares(
  record: PublicRecord,
): Promise<{ verification: Shares; obtained: Shares; statedBy: Shares }> {
  const statements = Prisma.join(
    statementKinds.map(
      (kind) =>
        Prisma.sql`select verification::text, obtained::text, stated_by_slug from ${Prisma.raw(`current_${kind}`)}`,
    ),
    ' union all ',
  );
  const [verification, obtained, statedBy] = await Promise.all([
    record.query`select verification as name, count(*) from (${statements}) s group by 1 order by 2 desc`,
    record.query`select obtained as name, count(*) from (${statements}) s group by 1 order by 2 desc`,
    record.query`select coalesce(o.name, s.stated_by_slug) as name, count(*) from (${statements}) s
      left join latest_organisation o on o.slug = s.stated_by_slug group by 1 order by 2 desc, 1 limit 8`,
  ]);
  return {
    verification: shares.parse(verification),
    obtained: shares.parse(obtained),
    statedBy: shares.parse(statedBy),
  };
}
