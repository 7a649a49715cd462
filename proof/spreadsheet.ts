import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { tableNames } from '@/domain/export/tables';
import { startService } from '@/tools/service';
import { insist, type Proof } from './check';

/** UTF-8, commas and quotes; numbers are read as numbers and nothing else is guessed. */
const readAs = 'CSV:44,34,76,1,,1033,false,false';
/** The same, and a cell that holds a formula gives its formula. */
const writeAs = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,true';

/** What a spreadsheet makes of the files: LibreOffice opens each and gives back the same cells, and none is a formula. */
export async function provesSpreadsheets(proof: Proof): Promise<void> {
  const name = 'LibreOffice opens every CSV file of the starter facts with the same cells, none of them a formula';
  if (spawnSync('soffice', ['--version']).status !== 0) return proof.notRun(name, 'LibreOffice is not on this machine');
  const folder = join(proof.folder, 'spreadsheet');
  const opened = join(folder, 'opened');
  mkdirSync(opened, { recursive: true });
  const service = await startService({
    checkout: proof.checkout,
    settings: { CORNERSTONE_DATA_DIR: join(folder, 'data') },
  });
  for (const table of tableNames) {
    const answer = await fetch(`${service.url}/data/${table}.csv`);
    writeFileSync(join(folder, `${table}.csv`), Buffer.from(await answer.arrayBuffer()));
  }
  await service.end();

  await proof.check(name, async () => {
    const files = tableNames.map((table) => join(folder, `${table}.csv`));
    const words = ['--headless', `--infilter=${readAs}`, '--convert-to', writeAs, '--outdir', opened, ...files];
    const run = spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, ...words], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    insist(run.status === 0, `It ended with ${String(run.status)}: ${run.stderr}`);
    const counts = tableNames.map((table) =>
      compare(table, cellsOf(join(folder, `${table}.csv`)), cellsOf(join(opened, `${table}.csv`))),
    );
    return `${tableNames.length} files, ${counts.reduce((sum, count) => sum + count, 0).toLocaleString('en')} cells`;
  });
}

function cellsOf(path: string): readonly (readonly string[])[] {
  return parse(readFileSync(path), { bom: true, relax_column_count: true }) as string[][]; // without columns, rows are arrays
}

/** How many cells a table has; a spreadsheet keeps no blank cells at the end of a row. */
function compare(table: string, ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): number {
  insist(ours.length === theirs.length, `${table}: ${ours.length} rows became ${theirs.length}`);
  ours.forEach((row, index) =>
    row.forEach((cell, column) => {
      const found = theirs[index]?.[column] ?? '';
      insist(isSame(cell, found), `${table}, row ${index + 1}, column ${column + 1}: "${cell}" became "${found}"`);
    }),
  );
  return ours.reduce((sum, row) => sum + row.length, 0);
}

/** A number may be written otherwise (1.50 as 1.5); text may not, but for the ends of its lines. */
function isSame(ours: string, theirs: string): boolean {
  if (ours.replaceAll('\r\n', '\n') === theirs.replaceAll('\r\n', '\n')) return true;
  const isNumber = /^-?\d+(\.\d+)?$/.test(ours) && theirs !== '';
  return isNumber && Math.abs(Number(ours) - Number(theirs)) <= Math.abs(Number(ours)) * 1e-14;
}
