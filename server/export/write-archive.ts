import 'server-only';
import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import type { IsoDate } from '@/domain/calendar';
import { tableNames, type TableName } from '@/domain/export/tables';
import { baseUrl } from '../env';
import { recordNow } from '../published/record-at';
import { aboutFile, inEnglish, licence, rowInWords, tableTitle } from './describe-file';
import { csvOnTheWeb, dataPackage, type FileMeasure } from './descriptions';
import { streamRows, streamTable } from './table-file';
import { startZip, type Zip } from './zip';

/** One file of the archive, as its list names it. */
interface Listed extends Omit<FileMeasure, 'rows'> {
  readonly path: string;
  readonly rows: number | null;
}

/**
 * Everything that is public in one archive, written while it is read: each table as CSV and NDJSON, all of one moment,
 * then what describes them, a list of all files with rows and hashes, and the sums that common tools check.
 */
export function writeArchive(snapshot: string, day: IsoDate, revisions: string): Readable {
  const zip = startZip(new Date());
  fill(zip, snapshot, day, revisions).catch((error: unknown) =>
    zip.fail(error instanceof Error ? error : new Error(String(error))),
  );
  return zip.bytes;
}

async function fill(zip: Zip, snapshot: string, day: IsoDate, revisions: string): Promise<void> {
  const record = recordNow();
  const listed: Listed[] = [];
  const folder = `cornerstone-${day}`;
  const addText = async (path: string, text: string) => {
    listed.push({ path, rows: null, bytes: Buffer.byteLength(text), sha256: sha256(text) });
    await zip.add(`${folder}/${path}`, text);
  };
  const addJson = (path: string, value: unknown) => addText(path, `${JSON.stringify(value, null, 2)}\n`);
  const addRows = async (path: string, content: Readable): Promise<FileMeasure> => {
    const measured = measuring(content);
    await zip.add(`${folder}/${path}`, measured.bytes);
    return measured.result();
  };

  const measures: Partial<Record<TableName, FileMeasure>> = {};
  for (const table of tableNames) {
    const lines = await addRows(`${table}.ndjson`, await streamRows(record, table, {}, snapshot));
    const cells = await addRows(`${table}.csv`, await streamTable(record, table, {}, { snapshot }));
    // A line of CSV may go on within quotes; a row of NDJSON is always one line, and the rows are the same.
    measures[table] = { ...cells, rows: lines.rows };
    listed.push({ path: `${table}.ndjson`, ...lines }, { path: `${table}.csv`, ...measures[table] });
    await addJson(`${table}.csv-metadata.json`, csvOnTheWeb(aboutFile(record, table, {}), `${table}.csv`));
  }
  await addJson('datapackage.json', dataPackage(day, measures));
  await addText('README.md', readme(day, measures));
  await addText('LICENCE.txt', licenceText());
  await addJson('manifest.json', {
    record: inEnglish('site.name'),
    address: baseUrl(),
    day,
    made: new Date().toISOString(),
    revisions,
    licence: licence(),
    files: [...listed],
  });
  const sums = listed.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join('');
  await zip.add(`${folder}/SHA256SUMS`, sums);
  zip.end();
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lineFeed = 0x0a;

/** Counts lines and bytes of what passes, and hashes it. */
function measuring(content: Readable): { readonly bytes: Readable; readonly result: () => FileMeasure } {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  const through = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, at + 1)) rows += 1;
      done(null, piece);
    },
  });
  // What goes wrong destroys both, and with them the archive.
  pipeline(content, through, () => {});
  return { bytes: through, result: () => ({ rows, bytes, sha256: hash.digest('hex') }) };
}

function readme(day: IsoDate, measures: Partial<Record<TableName, FileMeasure>>): string {
  const t = (key: string, values?: Record<string, string>) => inEnglish(`downloads.readme.${key}`, values);
  const use = ['format', 'columns', 'unknown', 'lists', 'formulas'].map(
    (part) => `- ${inEnglish(`files.use.${part}`)}`,
  );
  const tables = tableNames.map(
    (name) =>
      `- ${t('rows', { name, rows: String(measures[name]?.rows ?? 0), holds: `${tableTitle(name)}: ${rowInWords(name)}` })}`,
  );
  return [
    `# ${t('title', { record: inEnglish('site.name'), day })}`,
    `${t('what')} ${baseUrl()}`,
    t('begin'),
    t('whole'),
    `## ${t('tables')}`,
    tables.join('\n'),
    `## ${t('how')}`,
    use.join('\n'),
    `## ${t('licence')}`,
    licenceText().trimEnd(),
    '',
  ].join('\n\n');
}

const licenceText = () =>
  `${licence().title}\n\n${inEnglish('methodology.licence.cite')} ${inEnglish('downloads.citation', {
    record: inEnglish('site.name'),
    table: inEnglish('files.title'),
    day: recordNow().day,
    address: `${baseUrl()}/data`,
  })}\n`;
