import 'server-only';
import { Readable } from 'node:stream';
import type { FileAbout } from '@/domain/export/about';
import { cellsOfRow } from '@/domain/export/cells-of-row';
import type { ColumnInWords } from '@/domain/export/column-words';
import type { Row } from '@/domain/export/row';
import { columnsOf } from '@/domain/export/tables';
import { type SheetValue, sheetValue } from '@/domain/export/xlsx-cell';
import messages from '@/messages/en.json';
import { readRows } from './read-rows';
import {
  columnLetters,
  contentTypes,
  relations,
  rowXml,
  sheetEnd,
  sheetStart,
  stylesXml,
  workbookXml,
} from './xlsx-parts';
import { startZip, type Zip } from './zip';

/** The most rows of a sheet, its header among them; what is more goes on in further sheets. */
const rowsInSheet = 1_048_576;
/** The sheet is large and its text repeats: the least effort makes it a tenth, and more makes it slow. */
const compressionLevel = 1;

const words = messages.downloads.sheets;

/**
 * A workbook, written while its rows are read: the rows with typed cells under a header that stays in view, what each
 * column holds, and what the file is. A library's stream writer makes one kind of sheet without a header of its own
 * look, see the decision record on the formats.
 */
export function writeXlsx(lines: Readable, about: FileAbout, columns: readonly ColumnInWords[]): Readable {
  const zip = startZip(new Date(about.made), compressionLevel);
  write(zip, lines, about, columns).catch((error: unknown) => {
    lines.destroy();
    zip.fail(error instanceof Error ? error : new Error(String(error)));
  });
  return zip.bytes;
}

async function write(zip: Zip, lines: Readable, about: FileAbout, columns: readonly ColumnInWords[]): Promise<void> {
  const source = new RowSource(readRows(lines));
  const names: string[] = [];
  const add = async (name: string, xml: AsyncGenerator<string> | Generator<string>) => {
    names.push(name);
    await zip.add(`xl/worksheets/sheet${names.length}.xml`, Readable.from(xml, { objectMode: false }));
  };
  do {
    const number = names.length + 1;
    await add(number === 1 ? about.table : `${about.table} ${number}`, rowsSheet(source, about));
  } while (await source.hasMore());
  await add(words.definitions, definitionsSheet(columns));
  await add(words.about, aboutSheet(about, source.given));
  await zip.add('xl/styles.xml', stylesXml);
  await zip.add('xl/workbook.xml', workbookXml(names));
  await zip.add('xl/_rels/workbook.xml.rels', relations(names.length));
  await zip.add('_rels/.rels', relations(null));
  await zip.add('[Content_Types].xml', contentTypes(names.length));
  zip.end();
}

/** Rows handed out in pieces, across the ends of sheets. */
class RowSource {
  given = 0;
  private held: readonly Row[] = [];
  constructor(private readonly batches: AsyncGenerator<readonly Row[]>) {}

  async hasMore(): Promise<boolean> {
    while (this.held.length === 0) {
      const next = await this.batches.next();
      if (next.done) return false;
      this.held = next.value;
    }
    return true;
  }

  async take(most: number): Promise<readonly Row[]> {
    if (!(await this.hasMore())) return [];
    const taken = this.held.slice(0, most);
    this.held = this.held.slice(taken.length);
    this.given += taken.length;
    return taken;
  }
}

async function* rowsSheet(source: RowSource, { table }: FileAbout): AsyncGenerator<string> {
  const columns = columnsOf(table);
  const cellsOf = cellsOfRow(table, columns);
  const letters = columns.map((_, index) => columnLetters(index));
  yield sheetStart(columns.map(({ type, header }) => Math.max(header.length + 2, type === 'text' ? 32 : 14)));
  yield rowXml(
    1,
    letters,
    columns.map(({ header }) => header),
    'head',
  );
  for (let number = 2; number <= rowsInSheet; ) {
    const rows = await source.take(rowsInSheet - number + 1);
    if (rows.length === 0) break;
    let xml = '';
    for (const row of rows) {
      const cells = cellsOf(row);
      xml += rowXml(
        number,
        letters,
        columns.map((column, index) => sheetValue(column, cells[index] ?? null)),
      );
      number += 1;
    }
    yield xml;
  }
  yield sheetEnd;
}

function* definitionsSheet(columns: readonly ColumnInWords[]): Generator<string> {
  yield* plainSheet(
    [36, 100, 16, 16],
    [
      [words.column, words.meaning, words.type, words.unit],
      ...columns.map(({ header, meaning, type, unit }) => [header, meaning, type, unit]),
    ],
  );
}

function* aboutSheet(about: FileAbout, rows: number): Generator<string> {
  yield* plainSheet(
    [20, 120],
    [
      [words.what, words.said],
      [words.title, about.title],
      [words.row, about.description],
      [words.filter, about.filterInWords],
      [words.rows, rows],
      [words.asOf, about.asOf ?? words.now],
      [words.until, about.until ?? words.now],
      [words.made, about.made],
      [words.licence, `${about.licence.title} ${about.licence.address}`],
      [words.cite, about.citation],
      ...Object.entries(about.addresses).map(([format, address]) => [format, address]),
      [words.lists, messages.files.use.lists],
      [words.blank, messages.files.use.unknown],
    ],
  );
}

function* plainSheet(widths: readonly number[], rows: readonly (readonly SheetValue[])[]): Generator<string> {
  const letters = widths.map((_, index) => columnLetters(index));
  yield sheetStart(widths);
  yield rows.map((row, index) => rowXml(index + 1, letters, row, index === 0 ? 'head' : 'prose')).join('');
  yield sheetEnd;
}
