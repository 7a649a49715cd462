import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '@/tools/service';
import { measureCsvExport } from './csv-export';
import { openServer } from './database';
import { asTable, type Measured } from './figures';
import { describeMachine } from './machine';
import { measureOverview } from './overview';
import { measurePages } from './pages';
import { keepInDocument } from './performance-document';
import type { Size } from './synthetic';

const runs = 5;
const sizes: readonly Size[] = [1_000, 10_000, 100_000].map((projects) => ({ projects, reports: projects * 10 }));
const pages = ['/en', '/en/projects', '/en/projects/project-1'];

const say = (line: string) => console.error(line);

/** Measures everything on synthetic records and keeps the table, with the machine it was taken on, in docs/performance.md. */
async function main(): Promise<void> {
  if (!existsSync('.next/BUILD_ID')) say('The pages are not built yet: the start of the service builds them first.');
  const server = await openServer(say);
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-data-'));
  try {
    const measured: Measured[] = [];
    for (const size of sizes) {
      const { projects, reports } = size;
      say(`Making ${projects} projects with ${reports} progress reports ...`);
      const databaseUrl = await server.makeDatabase(`bench_${projects}`, size);
      say('Reading the overview ...');
      measured.push(measureOverview(databaseUrl, size, runs));

      const isMiddle = projects === 10_000;
      const isLargest = projects === 100_000;
      if (!isMiddle && !isLargest) continue;
      const service = await startService({
        checkout: process.cwd(),
        settings: { DATABASE_URL: databaseUrl, CORNERSTONE_STARTER: 'none', CORNERSTONE_DATA_DIR: folder, CORNERSTONE_HOST: '127.0.0.1' },
      });
      try {
        say(isLargest ? 'Downloading the file of all progress reports ...' : 'Asking for pages ...');
        if (isMiddle) measured.push(...(await measurePages(service, pages, runs)));
        else measured.push(...(await measureCsvExport(service, databaseUrl, reports, runs)));
      } finally {
        await service.end();
      }
    }
    const table = asTable(measured);
    console.log(`\n${table}\n`);
    keepInDocument([describeMachine(server.version), '', table].join('\n'));
    say('Kept in docs/performance.md.');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
