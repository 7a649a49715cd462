import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

export interface MadeWorkbook {
  /** What stands between `<sheetData>` and its end. */
  readonly rows: string;
  readonly afterRows?: string;
  readonly texts?: string;
  /** Format codes of the cell styles 1, 2, 3 …; a number is a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly is1904?: boolean;
  readonly sheets?: readonly { readonly name: string; readonly state?: string }[];
  /** Other parts, by name. */
  readonly parts?: Readonly<Record<string, Buffer | string>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook written part by part, as a spreadsheet program may and a library would not. */
export async function makeWorkbook(path: string, made: MadeWorkbook): Promise<void> {
  const zip = new yazl.ZipFile();
  const sheets = made.sheets ?? [{ name: 'Sheet1' }];
  const add = (name: string, content: Buffer | string) => zip.addBuffer(Buffer.from(content), name);
  add(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  );
  add('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  add(
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${made.is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdS', 'styles', '/xl/styles.xml'],
    ]),
  );
  sheets.forEach((_, at) => {
    const rows = at === 0 ? made.rows : '<row r="1"><c r="A1" t="inlineStr"><is><t>another sheet</t></is></c></row>';
    add(
      `xl/worksheets/sheet${at + 1}.xml`,
      `${declaration}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${rows}</sheetData>${made.afterRows ?? ''}</worksheet>`,
    );
  });
  add('xl/sharedStrings.xml', `${declaration}<sst xmlns="${main}">${made.texts ?? ''}</sst>`);
  add('xl/styles.xml', styles(made.formats ?? []));
  for (const [name, content] of Object.entries(made.parts ?? {})) add(name, content);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function relations(each: readonly (readonly [string, string, string])[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

function styles(formats: readonly (string | number)[]): string {
  const own = formats.flatMap((format, at) => (typeof format === 'string' ? [[164 + at, format] as const] : []));
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="${own.length}">${own
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${escape(format)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + at}"/>`)
    .join('')}</cellXfs></styleSheet>`;
}
