import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { now } from '@/domain/past';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '@/server/db';
import { prepareConnection } from '@/server/prepare-connection';
import { readOverview } from '@/server/published/overview';
import { goToSql, type PublicRecord, recordAt } from '@/server/published/record-at';
import { pastOf } from './past-of';
import { median } from './figures';

/**
 * Times each statement of the overview by itself, one after another: as PostgreSQL counts it and, where the server is on
 * this machine, as its processor time, which a busy machine changes least. The median of several runs. Run as
 * `DATABASE_URL=... node bin/run-ts bench/time-statements.ts [runs] [asOf=2026-11-01 | until=2025-01-01] [number of one to explain]`.
 */
const [runs = '5', ...rest] = process.argv.slice(2);
const past = pastOf(rest.find((word) => word.includes('=')) ?? '');
const explained = rest.find((word) => /^\d+$/.test(word));

interface Plan {
  readonly 'Execution Time': number;
  readonly 'Planning Time': number;
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

const asked: Prisma.Sql[] = [];
const record = recordAt(past);
const listening: PublicRecord = {
  ...record,
  query(sql: Prisma.Sql | TemplateStringsArray, ...values: readonly unknown[]) {
    const one = sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values);
    asked.push(one);
    return record.query(one);
  },
};
await readOverview(listening, 'en');

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await prepareConnection(client);
const { rows: backend } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
const schedule = `/proc/${backend[0]?.pid}/schedstat`;
const cpuMs = () => (existsSync(schedule) ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6 : 0);
await client.query('begin');
if (past !== now) await client.query(asPg(goToSql(past)));

let wholeMs = 0;
let wholeCpuMs = 0;
for (const [number, sql] of asked.entries()) {
  const plans: Plan[] = [];
  const cpu: number[] = [];
  for (let run = -1; run < Number(runs); run += 1) {
    const { text, values } = asPg(sql);
    const begun = cpuMs();
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [Plan] }>(
      `explain (analyze, buffers, timing off, format json) ${text}`,
      values,
    );
    if (run < 0 || !rows[0]) continue;
    plans.push(rows[0]['QUERY PLAN'][0]);
    cpu.push(cpuMs() - begun);
  }
  const executionMs = median(plans.map((plan) => plan['Execution Time']));
  wholeMs += executionMs;
  wholeCpuMs += median(cpu);
  const blocks = plans[0] ? plans[0].Plan['Shared Hit Blocks'] + plans[0].Plan['Shared Read Blocks'] : 0;
  const planningMs = median(plans.map((plan) => plan['Planning Time']));
  console.log(
    [
      String(number).padStart(2),
      `${executionMs.toFixed(1)} ms`.padStart(9),
      `${median(cpu).toFixed(1)} of processor`.padStart(19),
      `${planningMs.toFixed(1)} to plan`.padStart(13),
      `${blocks} blocks`.padStart(14),
      sql.text.replaceAll(/\s+/g, ' ').trim().slice(0, 90),
    ].join('  '),
  );
}
console.log(`${wholeMs.toFixed(0)} ms together, ${wholeCpuMs.toFixed(0)} ms of processor`);

const one = explained ? asked[Number(explained)] : undefined;
if (one) {
  const { text, values } = asPg(one);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
}
await client.query('rollback');
await client.end();
await db.$disconnect();

function asPg(sql: Prisma.Sql): { text: string; values: unknown[] } {
  return { text: sql.text, values: [...sql.values] };
}
