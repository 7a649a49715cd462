import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, startService } from '@/tools/service';
import { measureCsvExport, measureOtherFormats } from './csv-export';
import { openServer } from './database';
import { measureImport } from './import';
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

/** What is measured on a record of each size. */
const parts = {
  small: ['overview', 'import'],
  middle: ['overview', 'pages'],
  large: ['overview', 'search'],
  full: ['overview', 'files'],
} as const;
type SizeName = keyof typeof parts;
const sizes: Readonly<Record<SizeName, Size>> = { small, middle, large, full };

/**
 * Measures everything on synthetic records and keeps the table, with the machine it was taken on, in docs/performance.md.
 * `npm run bench large import` measures what is asked of that size, and that part, and keeps nothing.
 */
async function main(only: readonly string[]): Promise<void> {
  const unknown = only.filter((name) => ![...Object.keys(parts), ...Object.values(parts).flat()].includes(name));
  if (unknown.length > 0) throw new Error(`There is nothing to measure called ${unknown.join(', ')}.`);
  const server = await openServer(say);
  try {
    const measured: Measured[] = [];
    for (const name of Object.keys(sizes) as SizeName[]) {
      // the keys of an object of ours
      const size = sizes[name];
      const wanted = parts[name].filter((part) => only.length === 0 || only.includes(name) || only.includes(part));
      if (wanted.length === 0) continue;
      say(`Making ${size.projects} projects with ${size.reports} progress reports ...`);
      const databaseUrl = await server.makeDatabase(`bench_${size.projects}_${size.reports}`, size);
      for (const part of wanted) measured.push(...(await measure[part](databaseUrl, size)));
    }
    const table = asTable(measured);
    console.log(`\n${describeMachine(server.version)}\n\n${table}\n`);
    if (only.length > 0) return;
    keepInDocument([describeMachine(server.version), '', table].join('\n'));
    say('Kept in docs/performance.md.');
  } finally {
    await server.stop();
  }
}

type Part = (typeof parts)[SizeName][number];

const measure: Readonly<Record<Part, (databaseUrl: string, size: Size) => Promise<Measured[]>>> = {
  async overview(databaseUrl, size) {
    say('Reading the overview ...');
    return measureOverview(databaseUrl, size, runs, size === large ? 'aim: below 250 ms' : undefined);
  },
  async search(databaseUrl) {
    say('Searching names ...');
    return [measureSearch(databaseUrl, '100,000 projects, 20,000 places', runs)];
  },
  async import(databaseUrl) {
    say('Bringing files ...');
    const million = { rows: 1_000_000, isPublished: false, aim: { seconds: 300, mib: 512 } };
    const hundredThousand = { rows: 100_000, isPublished: true, aim: { seconds: 30, mib: 300 } };
    return [...measureImport(databaseUrl, million), ...measureImport(databaseUrl, hundredThousand)];
  },
  pages: (databaseUrl) => withService(databaseUrl, (service) => measurePages(service, pages, runs)),
  files: (databaseUrl, size) =>
    withService(databaseUrl, async (service) => [
      ...(await measureCsvExport(service, databaseUrl, size.reports, fileRuns)),
      ...(await measureOtherFormats(service, size.reports)),
    ]),
};

/** The service with its pages built, as an operator starts it. */
async function withService(
  databaseUrl: string,
  take: (service: Service) => Promise<Measured[]>,
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
    return await take(service);
  } finally {
    await service.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
