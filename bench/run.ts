import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, startService } from '@/tools/service';
import { measureCsvExport, measureOtherFormats } from './csv-export';
import { openServer } from './database';
import { asTable, type Measured } from './figures';
import { describeMachine } from './machine';
import { measureOverview } from './overview';
import { measurePages } from './pages';
import { measureSearch } from './search';
import { keepInDocument } from './performance-document';
import type { Size } from './synthetic';

const runs = 5;
const fileRuns = 3;
/** As many reports as projects, as in the starter facts; then ten times as many, for the file and for comparison. */
const small: Size = { projects: 1_000, reports: 1_000 };
const middle: Size = { projects: 10_000, reports: 10_000 };
const large: Size = { projects: 100_000, reports: 100_000, places: 20_000 };
const full: Size = { projects: 100_000, reports: 1_000_000 };
const pages = ['/en', '/en/projects', '/en/projects/project-1', '/api/v1/projects', '/api/v1/projects/project-1'];
/** Counted like everybody's, and never reached: the load comes from one network. */
const oftenEnough = '1000000';

const say = (line: string) => console.error(line);

/** Measures everything on synthetic records and keeps the table, with the machine it was taken on, in docs/performance.md. */
async function main(): Promise<void> {
  const server = await openServer(say);
  try {
    const measured: Measured[] = [];
    for (const size of [small, middle, large, full]) {
      say(`Making ${size.projects} projects with ${size.reports} progress reports ...`);
      const databaseUrl = await server.makeDatabase(`bench_${size.projects}_${size.reports}`, size);
      say('Reading the overview ...');
      measured.push(...measureOverview(databaseUrl, size, runs, size === large ? 'aim: below 250 ms' : undefined));
      if (size === large) {
        say('Searching names ...');
        measured.push(measureSearch(databaseUrl, '100,000 projects, 20,000 places', runs));
      }
      if (size === middle)
        measured.push(...(await withService(databaseUrl, (service) => measurePages(service, pages, runs))));
      if (size === full)
        measured.push(
          ...(await withService(databaseUrl, async (service) => [
            ...(await measureCsvExport(service, databaseUrl, size.reports, fileRuns)),
            ...(await measureOtherFormats(service, size.reports)),
          ])),
        );
    }
    const table = asTable(measured);
    console.log(`\n${table}\n`);
    keepInDocument([describeMachine(server.version), '', table].join('\n'));
    say('Kept in docs/performance.md.');
  } finally {
    await server.stop();
  }
}

/** The service with its pages built, as an operator starts it. */
async function withService(
  databaseUrl: string,
  measure: (service: Service) => Promise<Measured[]>,
): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-data-'));
  say('Starting the service ...');
  const service = await startService({
    checkout: process.cwd(),
    settings: {
      DATABASE_URL: databaseUrl,
      CORNERSTONE_STARTER: 'none',
      CORNERSTONE_DATA_DIR: folder,
      CORNERSTONE_HOST: '127.0.0.1',
      CORNERSTONE_API_LISTS_PER_MINUTE: oftenEnough,
      CORNERSTONE_API_RECORDS_PER_MINUTE: oftenEnough,
    },
  });
  try {
    say('Measuring what it serves ...');
    return await measure(service);
  } finally {
    await service.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
