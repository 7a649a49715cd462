import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '@/domain/problem';
import type { Actor } from '@/domain/permission';
import type { Result } from '@/domain/result';
import { settle } from '@/server/env';
import { residentMiB } from './memory';

/**
 * Brings a file of so many new progress reports in a process of its own, as the service does, and prints the seconds and the most
 * memory of its check as JSON; with `publish` also the seconds in which it is handed in and published.
 */
const [rows = '100000', isPublished = ''] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'cornerstone-bench-import-'));
settle({ CORNERSTONE_DATA_DIR: folder });
const { db } = await import('@/server/db');
const { keepCopy } = await import('@/server/import/import-files');
const { takeInFile } = await import('@/server/commands/import/take-in-file');
const { chooseTable, mapColumns } = await import('@/server/commands/import/change-run');
const { checkRun } = await import('@/server/commands/import/check-run');
const { proposeRun } = await import('@/server/commands/import/propose-run');
const { approve } = await import('@/server/commands/approve');

const headers =
  'slug,project_slug,kind,reference_on,physical_progress_percent,narrative,source_slug,stated_by_slug,obtained,verification';
let mostMiB = 0;
const watch = setInterval(() => (mostMiB = Math.max(mostMiB, residentMiB(process.pid) ?? 0)), 50);
try {
  const path = join(folder, 'reports.csv');
  await pipeline(Readable.from(linesOf(Number(rows))), createWriteStream(path));
  const author = await aPerson('administrator');
  const { runId } = accepted(await takeInFile(author, await keepCopy(path, 4 * 1024 ** 3), 'reports.csv'));
  accepted(await chooseTable(author, { runId, table: 'progress', fileAnswers: {} }));
  const mapping = headers.split(',');
  const checking = performance.now();
  accepted(await mapColumns(author, { runId, mapping, answers: {}, ownScheme: null, headers: mapping }));
  await checkRun(runId);
  const checkSeconds = (performance.now() - checking) / 1000;
  const checkMiB = mostMiB;
  const { creates } = await db.importRun.findUniqueOrThrow({ where: { id: runId } });
  if (creates !== Number(rows)) throw new Error(`${creates} of ${rows} rows hold`);
  const published = isPublished === 'publish' ? await publish(author, runId) : {};
  console.log(JSON.stringify({ checkSeconds, checkMiB, ...published }));
} finally {
  clearInterval(watch);
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
}

async function publish(author: Actor, runId: string) {
  const proposing = performance.now();
  const { submissionId } = accepted(
    await proposeRun(author, {
      runId,
      title: 'Reports',
      reason: 'The monthly table',
      reasonKind: 'new_report',
      answer: 'As the source has it',
      duplicates: 'make',
    }),
  );
  const proposeSeconds = (performance.now() - proposing) / 1000;
  const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const publishing = performance.now();
  accepted(await approve(await aPerson('reviewer'), { submissionId, contentHash: contentHash ?? '' }));
  return { proposeSeconds, publishSeconds: (performance.now() - publishing) / 1000 };
}

function* linesOf(count: number): Generator<string> {
  yield `${headers}\n`;
  for (let n = 1; n <= count; n += 1) {
    const day = new Date(Date.UTC(2021, 0, 1 + ((n * 7) % 2100))).toISOString().slice(0, 10);
    yield `brought-${n},project-${(n % 1000) + 1},observation,${day},${n % 101},"Works go on, section ${n % 40}",source-${(n % 200) + 1},organisation-${(n % 50) + 1},found,reported\n`;
  }
}

async function aPerson(role: 'administrator' | 'reviewer'): Promise<Actor> {
  const { id, name } = await db.user.create({
    data: { email: `${role}-${Date.now()}@bench.example`, name: role, role },
  });
  return { id, name, role, organisationSlug: null, limitedToPlaces: [], limitedToSectors: [] };
}

function accepted<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem).slice(0, 2000));
  return result.value;
}
