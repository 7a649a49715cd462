import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Format } from '@/domain/export/formats';
import { inline } from '@/server/export/inline';
import { selectTable } from '@/server/export/select-table';
import { recordNow } from '@/server/published/record-at';
import type { Service } from '@/tools/service';
import type { Measured } from './figures';
import { residentMiB } from './memory';

/** A file of all progress reports over HTTP, beside psql's own \copy of the same query. */
export async function measureCsvExport(
  service: Service,
  databaseUrl: string,
  rows: number,
  runs: number,
): Promise<Measured[]> {
  const size = `${rows.toLocaleString('en')} progress reports`;
  const query = inline(selectTable(recordNow(), 'progress', {})).replace(/\s+/g, ' ');
  const ours: number[] = [];
  const growth: number[] = [];
  const psql: number[] = [];
  const isPsqlHere = spawnSync('psql', ['--version']).status === 0;
  const idleMiB = residentMiB(service.pid) ?? 0;
  await download(service, 'csv'); // the first opens connections and loads the route
  for (let run = 0; run < runs; run += 1) {
    const { seconds, mostMiB } = await download(service, 'csv');
    ours.push(rows / seconds);
    growth.push(mostMiB - idleMiB);
    if (isPsqlHere) psql.push(rows / (await copyByPsql(databaseUrl, query)));
  }
  const share = psql.map((each, run) => (ours[run] ?? 0) / each);
  return [
    { name: 'CSV file over HTTP', size, unit: 'rows/s', runs: ours },
    ...(isPsqlHere
      ? [
          { name: '`psql \\copy` of the same query', size, unit: 'rows/s', runs: psql },
          { name: 'ours as a share of it', size, unit: '×', runs: share, note: 'aim: at least 0.8' },
        ]
      : [
          {
            name: '`psql \\copy` of the same query',
            size,
            unit: '',
            runs: [],
            note: 'not measured: psql is not on this machine',
          },
        ]),
    {
      name: 'memory of the service, above what it was before the first file',
      size,
      unit: 'MiB',
      runs: growth,
      note: 'aim: below 64',
    },
  ];
}

/** The same rows in the formats that are made from values: once each, since they are slower and their speed is not promised. */
export async function measureOtherFormats(service: Service, rows: number): Promise<Measured[]> {
  const size = `${rows.toLocaleString('en')} progress reports`;
  const measured: Measured[] = [];
  for (const format of ['ndjson', 'xlsx'] as const) {
    await download(service, format, '?project=project-1'); // loads what writes it
    const idleMiB = residentMiB(service.pid) ?? 0;
    const { seconds, mostMiB } = await download(service, format);
    const name = `${format.toUpperCase()} file over HTTP`;
    measured.push(
      { name, size, unit: 'rows/s', runs: [rows / seconds] },
      { name: `${name}: memory of the service above what it was`, size, unit: 'MiB', runs: [mostMiB - idleMiB] },
    );
  }
  return measured;
}

async function download(service: Service, format: Format, query = ''): Promise<{ seconds: number; mostMiB: number }> {
  let mostMiB = 0;
  const watch = setInterval(() => {
    mostMiB = Math.max(mostMiB, residentMiB(service.pid) ?? 0);
  }, 50);
  const begun = performance.now();
  // curl reads as fast as it can and costs this process nothing.
  const curl = spawn('curl', ['-sf', '-o', '/dev/null', `${service.url}/data/progress.${format}${query}`], {
    stdio: 'inherit',
  });
  const [status] = await once(curl, 'exit');
  clearInterval(watch);
  if (status !== 0) throw new Error(`The file could not be read: curl ended with ${String(status)}`);
  return { seconds: (performance.now() - begun) / 1000, mostMiB };
}

async function copyByPsql(databaseUrl: string, query: string): Promise<number> {
  const begun = performance.now();
  const psql = spawn('psql', [databaseUrl, '-qc', `\\copy (${query}) to stdout csv header`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(psql, 'exit');
  if (status !== 0) throw new Error(`psql ended with ${String(status)}`);
  return (performance.now() - begun) / 1000;
}
