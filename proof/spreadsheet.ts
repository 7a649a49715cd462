import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ExportColumn } from '@/domain/export/column';
import { rearm } from '@/domain/export/guard';
import { readListCell, writeListCell } from '@/domain/export/list-cell';
import { columnsOf, tableNames } from '@/domain/export/tables';
import { cutMark } from '@/domain/export/xlsx-cell';
import { startService } from '@/tools/service';
import { insist, type Proof } from './check';

/** UTF-8, commas and quotes; numbers are read as numbers and nothing else is guessed. */
const readAs = 'CSV:44,34,76,1,,1033,false,false';
/** The same, and a cell that holds a formula gives its formula. */
const writeAs = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,true';

/** What a spreadsheet makes of the files: LibreOffice opens each and gives back the same cells, and none is a formula. */
export async function provesSpreadsheets(proof: Proof): Promise<void> {
  const name = 'LibreOffice opens every CSV file of the starter facts with the same cells, none of them a formula';
  const nameOfXlsx =
    'LibreOffice opens every XLSX file of the starter facts with the cells of the CSV, none of them a formula';
  if (spawnSync('soffice', ['--version']).status !== 0) {
    proof.notRun(nameOfXlsx, 'LibreOffice is not on this machine');
    return proof.notRun(name, 'LibreOffice is not on this machine');
  }
  const folder = join(proof.folder, 'spreadsheet');
  const opened = join(folder, 'opened');
  const openedXlsx = join(folder, 'opened-xlsx');
  mkdirSync(opened, { recursive: true });
  mkdirSync(openedXlsx, { recursive: true });
  const service = await startService({
    checkout: proof.checkout,
    settings: { CORNERSTONE_DATA_DIR: join(folder, 'data') },
  });
  for (const file of tableNames.flatMap((table) => [`${table}.csv`, `${table}.xlsx`])) {
    const answer = await fetch(`${service.url}/data/${file}`);
    writeFileSync(join(folder, file), Buffer.from(await answer.arrayBuffer()));
  }
  await service.end();
  const convert = (ending: 'csv' | 'xlsx', outdir: string, infilter: readonly string[]) => {
    const files = tableNames.map((table) => join(folder, `${table}.${ending}`));
    const words = ['--headless', ...infilter, '--convert-to', writeAs, '--outdir', outdir, ...files];
    const run = spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, ...words], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    insist(run.status === 0, `It ended with ${String(run.status)}: ${run.stderr}`);
  };

  await proof.check(nameOfXlsx, async () => {
    convert('xlsx', openedXlsx, []);
    const counts = tableNames.map((table) => {
      const columns = columnsOf(table);
      // A workbook holds every text as it is: the guard of the CSV is taken away before they are compared.
      const expected = cellsOf(join(folder, `${table}.csv`)).map((row, index) =>
        index === 0 ? row : row.map((cell, at) => asInWorkbook(cell, columns[at])),
      );
      return compare(table, expected, cellsOf(join(openedXlsx, `${table}.csv`)));
    });
    return `${tableNames.length} files, ${counts.reduce((sum, count) => sum + count, 0).toLocaleString('en')} cells`;
  });

  await proof.check(name, async () => {
    convert('csv', opened, [`--infilter=${readAs}`]);
    const counts = tableNames.map((table) =>
      compare(table, cellsOf(join(folder, `${table}.csv`)), cellsOf(join(opened, `${table}.csv`))),
    );
    return `${tableNames.length} files, ${counts.reduce((sum, count) => sum + count, 0).toLocaleString('en')} cells`;
  });
}

/** What the cell of a CSV says, as LibreOffice writes the same cell of a workbook. */
function asInWorkbook(cell: string, column: ExportColumn | undefined): string {
  if (!column || cell === '') return cell;
  if (column.type === 'json' || column.type === 'geometry') return JSON.stringify(JSON.parse(cell));
  const isWords = column.type === 'text' || column.type === 'address';
  if (column.origin === 'field' && column.list !== null)
    return isWords ? writeListCell(readListCell(cell).map((entry) => entry && rearm(entry))) : cell;
  if (column.type === 'yes or no') return cell === 'yes' ? 'TRUE' : 'FALSE';
  return isWords ? rearm(cell) : cell;
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
  if (theirs.endsWith(cutMark)) return ours.startsWith(theirs.slice(0, -cutMark.length));
  if (ours.replaceAll('\r\n', '\n') === theirs.replaceAll('\r\n', '\n')) return true;
  const isNumber = /^-?\d+(\.\d+)?$/.test(ours) && theirs !== '';
  return isNumber && Math.abs(Number(ours) - Number(theirs)) <= Math.abs(Number(ours)) * 1e-14;
}
