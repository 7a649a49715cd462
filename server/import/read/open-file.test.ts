import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileCell, SheetRow } from '@/domain/import/cell';
import { makeWorkbook } from '@/test/made-workbook';
import { openSheet, type OpenOptions } from './open-file';
import { Unreadable } from './unreadable';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function open(path: string, options: OpenOptions = {}) {
  const opened = await openSheet(path, path, options);
  if (!opened.ok) throw new Unreadable(opened.problem);
  return opened.value;
}

async function rowsOf(path: string, options: OpenOptions = {}): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await open(path, options)).rows()) rows.push(row);
  return rows;
}

const cellsOf = async (path: string, options: OpenOptions = {}): Promise<(readonly FileCell[])[]> =>
  (await rowsOf(path, options)).map(({ cells }) => cells);

/** Why a file is not read, whether that is seen when it is opened or on the way through it. */
async function refusal(path: string, name = path, options: OpenOptions = {}): Promise<string> {
  try {
    const opened = await openSheet(path, name, options);
    if (!opened.ok) return opened.problem.because;
    for await (const _ of opened.value.rows());
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.problem.because;
    throw error;
  }
}

/** In windows-1254 and 1251 the letters of these words are other bytes. */
const inWindows = (text: string, letters: Readonly<Record<string, number>>) =>
  Buffer.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
const turkish = { ğ: 0xf0, ş: 0xfe, ı: 0xfd, ə: 0x65 };
const cyrillic = Object.fromEntries([...'абвгдежзийклмнопрстуфхцчшщъыьэюя'].map((letter, at) => [letter, 0xe0 + at]));

describe('a text file', () => {
  const table = 'yer,ailə\r\nAğdam,12\r\n';
  const cells = [
    ['yer', 'ailə'],
    ['Ağdam', '12'],
  ];

  test.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\ufeff${table}`)],
    ['utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['utf-16le', Buffer.from(table, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(table, 'utf16le').swap16()],
  ])('in %s proves it', async (encoding, bytes) => {
    const path = await file('encoded.csv', bytes);
    expect(await open(path)).toMatchObject({ encoding, delimiter: ',', questions: [] });
    expect(await cellsOf(path)).toEqual(cells);
  });

  test('in an alphabet of one byte a letter is asked about, with the same lines in each', async () => {
    const path = await file('turkish.csv', inWindows('yer,aile\nAğdam,12\nSuşa,5\n', turkish));
    const { questions } = await open(path);
    expect(questions).toEqual([
      {
        about: 'encoding',
        options: [
          { value: 'windows-1251', sample: ['Aрdam,12', 'Suюa,5'] },
          { value: 'windows-1254', sample: ['Ağdam,12', 'Suşa,5'] },
        ],
      },
    ]);
    expect((await cellsOf(path, { encoding: 'windows-1254' }))[1]).toEqual(['Ağdam', '12']);
  });

  test('in Cyrillic is read as the person said', async () => {
    const path = await file('russian.csv', inWindows('место;семей\nагдам;12\n', cyrillic));
    expect(await open(path, { encoding: 'windows-1251' })).toMatchObject({ questions: [], delimiter: ';' });
    expect(await cellsOf(path, { encoding: 'windows-1251' })).toEqual([
      ['место', 'семей'],
      ['агдам', '12'],
    ]);
  });

  test.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3\n'],
    ['\t', 'a\tb\tc\n1\t2, or 3\t4\n'],
    ['|', 'a|b|c\n1|2|3\n'],
    [';', 'sep=;\na;b;c\n1;2;3\n'],
    [';', '"a;,,b";b;c\n"x,y";2;3\n'],
    [',', 'one column\nof words\n'],
  ])('parted by %j is seen to be', async (delimiter, text) => {
    const path = await file('parted.csv', text);
    expect(await open(path)).toMatchObject({ delimiter, questions: [] });
    expect(new Set((await cellsOf(path)).map(({ length }) => length)).size).toBe(1);
  });

  test('that may be parted by two signs is asked about', async () => {
    const path = await file('two.csv', '1,5;2\n3,5;4\n');
    expect((await open(path)).questions).toMatchObject([
      { about: 'delimiter', options: [{ value: ',' }, { value: ';' }] },
    ]);
    expect(await cellsOf(path, { delimiter: ';' })).toEqual([
      ['1,5', '2'],
      ['3,5', '4'],
    ]);
  });

  test.each(['\n', '\r\n', '\r'])(
    'with lines that end in %j has rows numbered as a spreadsheet numbers them',
    async (end) => {
      const text = ['a,b', '"two', 'lines",x', '', '5" pipe,"say ""yes"""', 'last,row'].join(end);
      expect(await rowsOf(await file('lines.csv', text))).toEqual([
        { rowNumber: 1, cells: ['a', 'b'] },
        { rowNumber: 2, cells: [`two${end}lines`, 'x'] },
        { rowNumber: 3, cells: [''] },
        { rowNumber: 4, cells: ['5" pipe', 'say "yes"'] },
        { rowNumber: 5, cells: ['last', 'row'] },
      ]);
    },
  );

  test('tells how much of it has been read, and can be read again from its beginning', async () => {
    const opened = await open(await file('again.csv', 'a,b\n1,2\n'));
    const first = await opened.rows().next();
    for await (const _ of opened.rows());
    expect(await opened.rows().next()).toEqual(first);
    expect(opened.progress()).toEqual({ done: 8, all: 8 });
  });

  test.each([
    ['without a byte', Buffer.from(''), 'empty'],
    ['with zero bytes', Buffer.from('a,b\n1,\0\0\0\0\0\0\0\n'), 'nul-bytes'],
    ['cut within a quotation', Buffer.from('a,b\n1,"two\n3,4\n'), 'unclosed-quote'],
    ['cut within a row', Buffer.from('a,b,c\n1,2,3\n4,5'), 'cut-short'],
    ['cut within a letter', Buffer.from('\ufeffa,b\n1,ə').subarray(0, -1), 'cut-short'],
    ['whose last row is a narrow total', Buffer.from('a,b,c\n1,2,3\nTotal,3'), 'read'],
    ['whose rows are of many widths', Buffer.from('Title\na,b,c\n1,2,3\n4,5'), 'read'],
    ['of a million columns', Buffer.from(`${'a,'.repeat(1_000_000)}a\n`), 'too-many-columns'],
    ['that is a page', Buffer.from('<!DOCTYPE html><table><tr><td>1</td></tr></table>'), 'other-format'],
    ['that is a document', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'other-format'],
    ['marked as UTF-8 that is none', Buffer.from('efbbbf612c620aff2c310a', 'hex'), 'damaged'],
    ['that is a document of letters', Buffer.from('{\\rtf1 a,b}'), 'other-format'],
  ])('%s is refused or read', async (_, bytes, because) => {
    expect(await refusal(await file('bad.csv', bytes))).toBe(because);
  });

  test.each(['\n', '\r\n', '\r'])('with lines that end in %j says in which it is wrong', async (end) => {
    const zeros = await file('line.csv', ['a,b', '', '1,2', '\0\0\0\0\0\0\0,'].join(end));
    expect(await openSheet(zeros, zeros)).toMatchObject({ problem: { because: 'nul-bytes', rowNumber: 4 } });
    const long = await file('line.csv', ['a,b', '', `1,${'x'.repeat(500)}`].join(end));
    const opened = await openSheet(long, long, { limits: { rowCharacters: 100 } });
    expect(opened).toMatchObject({ problem: { because: 'row-too-long', rowNumber: 3 } });
  });

  test('of one line of 100 MB is refused before it is held, open quotation or not', async () => {
    const path = await file('long.csv', 'a,b\n');
    await writeFile(path, Buffer.alloc(100 * 1024 * 1024, 'x'), { flag: 'a' });
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(path)).toBe('row-too-long');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    const lines = Buffer.from(`a,b\n1,"${'x'.repeat(99)}\n${`${'y'.repeat(99)}\n`.repeat(100_000)}`);
    expect(await refusal(await file('quoted.csv', lines))).toBe('row-too-long');
  });
});

describe('a file under another name', () => {
  test.each([
    ['table.xlsx', 'a,b\n1,2\n', 'wrong-extension'],
    ['table.xls', 'a,b\n1,2\n', 'wrong-extension'],
    ['table.pdf', 'a,b\n1,2\n', 'wrong-extension'],
    ['table.txt', 'a,b\n1,2\n', 'read'],
    ['TABLE.CSV', 'a,b\n1,2\n', 'read'],
    ['table', 'a,b\n1,2\n', 'read'],
    ['table.csv', 'BM,ID3\n1,2\n', 'read'],
    ['table.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'other-format'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['locked.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'encrypted'],
    ['macro.xlsm', Buffer.from('PK\x03\x04', 'latin1'), 'macros'],
    ['half.xlsx', Buffer.from('PK\x03\x04and no more', 'latin1'), 'damaged'],
  ])('%s is told by its content: %j is %s', async (name, content, because) => {
    expect(await refusal(await file('any', content), name)).toBe(because);
  });
});

test.each([
  ['an OpenDocument spreadsheet', 'a.ods', writeOds, 'open-document'],
  [
    'a locked workbook',
    'a.xlsx',
    (made: WriteOptions) => writeXlsx({ ...made, encryption: { password: 'x', spinCount: 1 } }),
    'encrypted',
  ],
  ['a workbook of hucre', 'a.xlsx', writeXlsx, 'read'],
])('%s is recognised', async (_, name, write, because) => {
  const rows = [
    ['place', 'families'],
    ['agdam', 12],
  ];
  expect(await refusal(await file(name, Buffer.from(await write({ sheets: [{ name: 'S', rows }] })))), name).toBe(
    because,
  );
});

describe('a workbook', () => {
  const path = () => join(folder, 'made.xlsx');
  const cell = (attributes: string, inner: string) => `<c ${attributes}>${inner}</c>`;

  async function cellIn(attributes: string, inner: string, formats: readonly (string | number)[] = [], is1904 = false) {
    await makeWorkbook(path(), {
      rows: `<row r="1">${cell(`r="A1" ${attributes}`, inner)}</row>`,
      formats,
      is1904,
      texts:
        '<si><t>shared</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>',
    });
    return (await cellsOf(path()))[0]?.[0];
  }

  test.each<[string, string, string, FileCell]>([
    ['a shared text', 't="s"', '<v>0</v>', 'shared'],
    ['a text in several styles', 't="s"', '<v>1</v>', 'rich '],
    ['a text of its own', 't="inlineStr"', '<is><t>a &lt; b &amp; &#x259; _x000D_</t></is>', 'a < b & ə \r'],
    ['the text of a formula', 't="str"', '<f>A1&amp;"x"</f><v>ax</v>', 'ax'],
    ['a number', '', '<v>12.5</v>', { kind: 'number', value: 12.5, shownAs: 'number', asDay: '1900-01-12' as never }],
    [
      'the number of a formula',
      '',
      '<f>6*7</f><v>42</v>',
      { kind: 'number', value: 42, shownAs: 'number', asDay: '1900-02-11' as never },
    ],
    ['yes', 't="b"', '<v>1</v>', { kind: 'yes-no', value: true }],
    ['a formula that failed', 't="e"', '<f>1/0</f><v>#DIV/0!</v>', { kind: 'error', text: '#DIV/0!' }],
    [
      'a day in words',
      't="d"',
      '<v>2025-06-01T00:00:00</v>',
      { kind: 'day', day: '2025-06-01' as never, shownAs: 'day' },
    ],
  ])('has %s', async (_, attributes, inner, expected) => {
    const found = await cellIn(attributes, inner);
    expect(typeof found === 'object' && found.kind === 'number' ? { ...found, asDay: null } : found).toEqual(
      typeof expected === 'object' && expected.kind === 'number' ? { ...expected, asDay: null } : expected,
    );
  });

  test.each<[string | number, boolean, string, FileCell]>([
    [14, false, '45000', { kind: 'day', day: '2023-03-15' as never, shownAs: 'day' }],
    [14, true, '45000', { kind: 'day', day: '2027-03-16' as never, shownAs: 'day' }],
    [17, false, '45000', { kind: 'day', day: '2023-03-15' as never, shownAs: 'month' }],
    ['dd.mm.yyyy', false, '45000.5', { kind: 'day', day: '2023-03-15' as never, shownAs: 'day' }],
    ['[$-419]mmmm yyyy;@', false, '45000', { kind: 'day', day: '2023-03-15' as never, shownAs: 'month' }],
    ['yyyy" год"', false, '45000', { kind: 'day', day: '2023-03-15' as never, shownAs: 'year' }],
    [10, false, '0.425', { kind: 'number', value: 0.425, shownAs: 'percent', asDay: null }],
    ['0.0%', false, '0.425', { kind: 'number', value: 0.425, shownAs: 'percent', asDay: null }],
    ['#,##0.00\\ "man."', false, '5', { kind: 'number', value: 5, shownAs: 'number', asDay: '1900-01-04' as never }],
    ['h:mm', false, '0.5', { kind: 'number', value: 0.5, shownAs: 'number', asDay: null }],
  ])('shows a number in the format %s (1904: %s) as what it is: %s', async (format, is1904, value, expected) => {
    const found = await cellIn('s="1"', `<v>${value}</v>`, [format], is1904);
    const withoutDay = (each: FileCell | undefined) =>
      typeof each === 'object' && each.kind === 'number' ? { ...each, asDay: null } : each;
    expect(withoutDay(found)).toEqual(withoutDay(expected));
  });

  test('has its cells in their columns and its rows under their numbers, the empty ones too', async () => {
    const text = (reference: string, word: string) => cell(`r="${reference}" t="inlineStr"`, `<is><t>${word}</t></is>`);
    await makeWorkbook(path(), {
      rows: `<row r="2">${text('B2', 'b')}${text('D2', 'd')}</row><row r="4">${text('AA4', 'aa')}<c r="AB4"/></row><row><c t="b"><v>0</v></c></row>`,
    });
    expect(await rowsOf(path())).toEqual([
      { rowNumber: 1, cells: [] },
      { rowNumber: 2, cells: ['', 'b', '', 'd'] },
      { rowNumber: 3, cells: [] },
      { rowNumber: 4, cells: [...Array(26).fill(''), 'aa'] },
      { rowNumber: 5, cells: [{ kind: 'yes-no', value: false }] },
    ]);
  });

  test('has in each row what is merged down over it, and a title across in its first cell alone', async () => {
    const text = (reference: string, word: string) => `<c r="${reference}" t="str"><v>${word}</v></c>`;
    await makeWorkbook(path(), {
      rows: `<row r="1">${text('A1', 'Title')}</row><row r="2">${text('A2', 'Place')}${text('B2', 'n')}</row><row r="3">${text('A3', 'Agdam')}${text('B3', '1')}</row><row r="4">${text('B4', '2')}</row><row r="6">${text('A6', 'Susa')}</row>`,
      afterRows:
        '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A5"/><mergeCell ref="C3:D4"/></mergeCells>',
    });
    expect(await cellsOf(path())).toEqual([['Title'], ['Place', 'n'], ['Agdam', '1'], ['Agdam', '2'], [], ['Susa']]);
  });

  test('of several sheets asks which, unless one is named as a table is', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    await makeWorkbook(path(), { rows, sheets: [{ name: 'Hidden', state: 'hidden' }, { name: 'A' }, { name: 'B' }] });
    expect(await open(path())).toMatchObject({
      sheet: 'A',
      questions: [{ about: 'sheet', options: [{ value: 'A' }, { value: 'B' }] }],
    });
    expect(await open(path(), { sheet: 'B' })).toMatchObject({ sheet: 'B', questions: [] });
    expect(await refusal(path(), path(), { sheet: 'C' })).toBe('no-such-sheet');
    await makeWorkbook(path(), { rows, sheets: [{ name: 'projects' }, { name: 'About' }] });
    expect(await open(path())).toMatchObject({ sheet: 'projects', questions: [] });
  });

  test('of more rows than a sheet holds goes on in the sheets that are numbered after it', async () => {
    const rows = '<row r="1"><c r="A1" t="str"><v>first</v></c></row><row r="2"><c t="b"><v>1</v></c></row>';
    await makeWorkbook(path(), { rows, sheets: [{ name: 'projects' }, { name: 'projects 2' }, { name: 'About' }] });
    expect(await rowsOf(path())).toEqual([
      { rowNumber: 1, cells: ['first'] },
      { rowNumber: 2, cells: [{ kind: 'yes-no', value: true }] },
      { rowNumber: 3, cells: ['another sheet'] },
    ]);
  });

  test('is unpacked only as far as its rows are taken', async () => {
    const row = (at: number) =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${(at * 7919) % 104_729} words of row ${at}</t></is></c></row>`;
    await makeWorkbook(path(), { rows: Array.from({ length: 60_000 }, (_, at) => row(at + 1)).join('') });
    const opened = await open(path());
    const rows = opened.rows();
    await rows.next();
    expect(opened.progress().done).toBeLessThan(opened.progress().all / 10);
    await rows.return();
    expect((await rowsOf(path())).length).toBe(60_000);
  });

  test('that unpacks to a thousand times its size is refused before it is unpacked', async () => {
    await makeWorkbook(path(), { rows: '', parts: { 'xl/media/zeros.bin': Buffer.alloc(32 * 1024 * 1024) } });
    expect(await refusal(path())).toBe('unpacks-too-large');
    await makeWorkbook(path(), { rows: '<row r="1"/>'.repeat(1_000_000) });
    expect(await refusal(path())).toBe('unpacks-too-large');
  });

  test('that unpacks to more than it declares is refused on the way', async () => {
    await makeWorkbook(path(), {
      rows: Array.from({ length: 2000 }, (_, at) => `<row r="${at + 1}"><c><v>${at * 31}</v></c></row>`).join(''),
    });
    const bytes = await readFile(path());
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = bytes.lastIndexOf(name) - 46;
    bytes.writeUInt32LE(100, central + 24);
    await writeFile(path(), bytes);
    expect(await refusal(path())).toBe('damaged');
  });

  test('that was cut, at whatever byte, is refused', async () => {
    await makeWorkbook(path(), { rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const { length } = await readFile(path());
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      await makeWorkbook(path(), { rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
      await truncate(path(), Math.floor(length * share));
      expect(await refusal(path())).toBe('damaged');
    }
  });

  test.each<[string, Parameters<typeof makeWorkbook>[1], OpenOptions, string]>([
    ['whose XML breaks off', { rows: '<row r="1"><c r="A1"><v>1</v>' }, {}, 'damaged'],
    [
      'with entities of its own',
      { rows: '', parts: { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>' } },
      {},
      'damaged',
    ],
    ['with a text that is not there', { rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }, {}, 'damaged'],
    ['without a sheet', { rows: '', sheets: [] }, {}, 'no-sheet'],
    ['with more parts than allowed', { rows: '' }, { limits: { parts: 3 } }, 'too-many-parts'],
    [
      'with more texts than allowed',
      { rows: '', texts: '<si><t>a</t></si>'.repeat(9) },
      { limits: { texts: 5 } },
      'too-many-texts',
    ],
    ['with a column beyond all tables', { rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }, {}, 'too-many-columns'],
    [
      'with a cell longer than a row may be',
      { rows: `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(5000)}</v></c></row>` },
      { limits: { rowCharacters: 1000 } },
      'row-too-long',
    ],
    [
      'with cells that are together longer than a row may be',
      { rows: `<row r="1">${`<c t="str"><v>${'x'.repeat(400)}</v></c>`.repeat(3)}</row>` },
      { limits: { rowCharacters: 1000 } },
      'row-too-long',
    ],
    ['with a row that comes twice', { rows: '<row r="2"/><row r="2"/>' }, {}, 'damaged'],
    ['with a row whose number no sheet has', { rows: '<row r="99999999999"/>' }, {}, 'damaged'],
    ['with a row whose number is none', { rows: '<row r="1.5"/>' }, {}, 'damaged'],
    [
      'that names more parts than allowed',
      {
        rows: '',
        parts: { 'xl/worksheets/_rels/x.rels': '', 'xl/_rels/workbook.xml.rels': '<Relationship/>'.repeat(20) },
      },
      { limits: { parts: 12 } },
      'too-many-parts',
    ],
  ])('%s is refused', async (_, made, options, because) => {
    await makeWorkbook(path(), made);
    expect(await refusal(path(), path(), options)).toBe(because);
  });

  test('that names something outside it in any way is read', async () => {
    const relation = '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>';
    const outside = '<Relationship Id="x" Type="x/externalLink" Target="http://[" TargetMode="External"/>';
    const parts = { 'xl/_rels/workbook.xml.rels': `<Relationships>${relation}${outside}</Relationships>` };
    await makeWorkbook(path(), { rows: '<row r="1"><c r="A1" t="str"><v>a</v></c></row>', parts });
    expect(await cellsOf(path())).toEqual([['a']]);
  });

  test('has signs in the place of what no database keeps', async () => {
    const text = (written: string) => `<c t="str"><v>${written}</v></c>`;
    await makeWorkbook(path(), {
      rows: `<row r="1">${text('a_x0000_b')}${text('a&#0;b')}${text('a_xD83D_b')}${text('_xD83D__xDE00_')}<c t="e"><v>&#0;</v></c></row>`,
    });
    expect(await cellsOf(path())).toEqual([
      ['a\uFFFDb', 'a\uFFFDb', 'a\uFFFDb', '😀', { kind: 'error', text: '\uFFFD' }],
    ]);
  });
});
