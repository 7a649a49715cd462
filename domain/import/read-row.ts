import type { FieldColumn } from '../export/column';
import { readListCell, writeListCell } from '../export/list-cell';
import { kindOfTable } from '../export/tables';
import { cutMark } from '../export/xlsx-cell';
import type { Cell, Content, Row } from '../record/content';
import { rowsOf, textOf } from '../record/content';
import type { RecordDefinition } from '../record/define';
import type { Field, ListField, SingleField } from '../record/field';
import type { Finding } from '../record/finding';
import { isPublicIdentifier } from '../record/identifier';
import { readContent } from '../record/schema';
import { accept, refuse, type Result } from '../result';
import { compareContents, type FieldChange } from '../submission/compare';
import { minorUnitDigits } from '../units';
import { cellText, type FileCell, isBlank } from './cell';
import type { Conventions } from './conventions';
import { readDateColumns } from './date-columns';
import { type CellContext, type CellRefused, expectedOf, isCutOf, readFieldCell } from './field-cell';
import { type Expected, type ReadingCode, type RowFinding, shortened } from './finding';
import type { Known } from './known';
import type { Mapping } from './mapping';
import { type OwnIdentifier, readOwnIdentifier } from './own-identifier';
import { definitionOf, type RecordTable, targetsOf, valueColumn } from './targets';
import { isWithheld, keptParts } from './withheld';

/** How the rows of one file are read. Made once for a file. */
export interface RowReader {
  readonly table: RecordTable;
  readonly mapping: Mapping;
  readonly conventions: Conventions;
  readonly known: Known;
  /** A CSV, whose texts are guarded against being run; a workbook's are not. */
  readonly isGuarded: boolean;
  /** The books in which the column `identifier` counts, where no column `scheme` says so. */
  readonly ownScheme: string | null;
}

/** Which record a row is. */
export interface RowIdentity {
  /** The public identifier in the row; null where it has none. */
  readonly slug: string | null;
  readonly ownIdentifier: OwnIdentifier | null;
  /** The published version that the row was written from, as an exported file says. */
  readonly fromVersion: number | null;
}

export interface Published {
  readonly version: number;
  readonly content: Content;
}

export interface RowRead {
  readonly identity: RowIdentity;
  /** What the record would say: fields without a column stay as published, or are not known. */
  readonly content: Content;
  /** Fields for which the file has a column. */
  readonly touched: readonly string[];
  /** What differs from what is published; of a new record every field that it knows. */
  readonly changes: readonly FieldChange[];
  /** Known before, and a blank cell makes them unknown: worth a look before it is published. */
  readonly blanked: readonly string[];
  /** Left as published because the file's cell is withheld, and not empty. */
  readonly keptWithheld: readonly string[];
  /** To answer for, as in every submission. */
  readonly warnings: readonly RowFinding[];
}

/** Reads only which record a row is, so that what is published of it can be looked up before the row is read. */
export function identifyRow(reader: RowReader, cells: readonly FileCell[]): Result<RowIdentity, readonly RowFinding[]> {
  const at = (header: string) => cells[reader.mapping.indexOf(header)];
  const slug = cellText(at('slug')).trim();
  if (slug && !isPublicIdentifier(slug)) {
    return refuse([findingAt(reader, 'slug', slug, { code: 'not-an-identifier', words: {} }, expectedIdentifier)]);
  }
  const own = readOwnIdentifier(at('identifier'), at('scheme'), reader.ownScheme);
  if (!own.ok) {
    const found = cellText(at('identifier'));
    return refuse([findingAt(reader, 'identifier', found, { code: own.problem, words: {} }, expectedIdentifier)]);
  }
  const version = Number(cellText(at('version')).trim() || Number.NaN);
  return accept({
    slug: slug || null,
    ownIdentifier: own.value,
    fromVersion: Number.isInteger(version) && version > 0 ? version : null,
  });
}

/**
 * Reads a row into the content that its record would have, or every finding at once. A blank cell under a mapped column means
 * "not known". A column that is not mapped leaves its field as it is published. A cell that is withheld leaves it too.
 */
export function readRow(
  reader: RowReader,
  cells: readonly FileCell[],
  published: Published | null,
): Result<RowRead, readonly RowFinding[]> {
  const identity = identifyRow(reader, cells);
  if (!identity.ok) return identity;
  const before = published?.content ?? null;
  const definition = definitionOf(reader.table);
  const plan = planOf(reader);
  const row: RowInReading = { reader, cells, before, plan, findings: [], touched: [], keptWithheld: [] };
  const currency = readCurrency(row);
  const context: CellContext = { ...reader, currency: currency ?? '' };

  const raw: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    raw[name] = field.type === 'list' ? readList(row, name, field, context) : readSingle(row, name, field, context);
  }
  checkUnmappedMoney(row, definition, currency);
  if (row.findings.length > 0) return refuse(row.findings);

  const read = readContent(definition, raw);
  if (!read.ok) return refuse(recordFindings(reader, cells, definition, read.problem));
  const changes = compareContents(Object.keys(definition.fields), before, read.value);
  const isOld =
    published !== null && identity.value.fromVersion !== null && identity.value.fromVersion < published.version;
  if (isOld && changes.length > 0) return refuse([olderVersion(reader, cells, published.version)]);
  return accept({
    identity: identity.value,
    content: read.value,
    touched: row.touched,
    changes,
    blanked: changes.flatMap(({ field, after }) => (before !== null && isNothing(after) ? [field] : [])),
    keptWithheld: row.keptWithheld,
    warnings: recordFindings(
      reader,
      cells,
      definition,
      definition.check(read.value).filter(({ severity }) => severity === 'warning'),
    ),
  });
}

interface RowInReading {
  readonly reader: RowReader;
  readonly cells: readonly FileCell[];
  readonly before: Content | null;
  readonly plan: Plan;
  readonly findings: RowFinding[];
  readonly touched: string[];
  readonly keptWithheld: string[];
}

/** Where the parts of a field stand in the file; -1 where they do not. */
interface Positions {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  readonly precision: number;
  readonly header: string;
}
type Plan = ReadonlyMap<string, Positions>;

const plans = new WeakMap<Mapping, Map<RecordTable, Plan>>();

/** By `field` or `list.field`. Made once for a mapping: a million rows are read by it. */
function planOf({ table, mapping }: RowReader): Plan {
  const byTable = plans.get(mapping) ?? new Map<RecordTable, Plan>();
  plans.set(mapping, byTable);
  const before = byTable.get(table);
  if (before) return before;
  const plan = new Map<string, Positions>();
  for (const [name, field] of Object.entries(definitionOf(table).fields)) {
    const inner =
      field.type === 'list' ? Object.keys(field.fields).map((key) => [key, name] as const) : [[name, null] as const];
    for (const [key, list] of inner) plan.set(list ? `${list}.${key}` : key, positionsOf(table, mapping, key, list));
  }
  byTable.set(table, plan);
  return plan;
}

const standIns = ['label', 'name', 'url', 'title'];

function positionsOf(table: RecordTable, mapping: Mapping, name: string, list: string | null): Positions {
  const facets = new Map<string, string>();
  for (const { column } of targetsOf(table).values()) {
    if (column?.origin === 'field' && column.name === name && column.list === list)
      facets.set(column.facet, column.header);
  }
  const at = (facet: string) => {
    const header = facets.get(facet);
    return header === undefined ? -1 : mapping.indexOf(header);
  };
  const standIn = standIns.map(at).find((position) => position !== -1) ?? -1;
  const value = at('value') === -1 ? standIn : at('value');
  const { header } = valueColumn(table, name, list);
  return { value, first: at('first'), last: at('last'), precision: at('precision'), header };
}

function readSingle(row: RowInReading, name: string, field: SingleField, context: CellContext): unknown {
  const { cells, before, plan } = row;
  const positions = plan.get(name);
  if (!positions) return before?.[name] ?? null;
  const isBrought = positions.value !== -1 || (field.type === 'date' && positions.first !== -1);
  if (!isBrought) return before?.[name] ?? null;
  row.touched.push(name);
  if (isWithheld(row, name)) {
    row.keptWithheld.push(name);
    return before?.[name] ?? null;
  }
  const read =
    field.type === 'date'
      ? readDate(row, positions, context, before?.[name])
      : readFieldCell(field, cells[positions.value], context, before?.[name]);
  if (read.ok) return read.value;
  const position = positions.value === -1 ? positions.first : positions.value;
  row.findings.push({
    ...findingAt(row.reader, positions.header, cellText(cells[position]), read.problem, expectedOf(field)),
    position,
    path: name,
  });
  return null;
}

function readDate(
  { cells }: RowInReading,
  { value, first, last, precision }: Positions,
  context: CellContext,
  published: unknown,
): Result<unknown, CellRefused> {
  const read = readDateColumns(
    {
      isWritten: value !== -1,
      written: cells[value],
      first: cells[first],
      last: cells[last],
      precision: cells[precision],
    },
    context.conventions,
    typeof published === 'string' ? published : null,
  );
  if (read.ok) return read;
  return refuse({ code: read.problem, words: { first: cellText(cells[first]), last: cellText(cells[last]) } });
}

/** The rows of a list: the nth entries of its columns belong together; a blank column knows none of them. */
function readList(row: RowInReading, name: string, field: ListField, context: CellContext): unknown {
  const { before, plan, cells, reader } = row;
  const published = before ? rowsOf(before, name) : [];
  const keys = Object.keys(field.fields).filter((key) => isBroughtInList(plan, name, key));
  if (keys.length === 0) return published;
  row.touched.push(name);
  const entries = new Map(
    keys.map((key) => [
      key,
      entriesIn(
        cells[plan.get(`${name}.${key}`)?.value ?? -1],
        published.map((each) => each[key] ?? null),
      ),
    ]),
  );
  const counts = new Set([...entries.values()].map(({ length }) => length).filter((length) => length > 0));
  if (counts.size > 1) {
    for (const key of keys)
      row.findings.push(unevenEntries(row, name, key, entries.get(key)?.length ?? 0, Math.max(...counts)));
    return published;
  }
  const [count = 0] = counts;
  const kept = keptParts(row, name, count, (key, at) => cellText(entries.get(key)?.[at]));
  if (!kept.ok) {
    row.findings.push(
      findingAt(
        reader,
        headerIn(plan, name, kept.problem.key),
        '',
        { code: 'withheld-entry', words: {} },
        entriesExpected,
      ),
    );
    return published;
  }
  if (kept.value.length > 0) row.keptWithheld.push(name);

  const rows = Array.from({ length: count }, (_, at) => {
    const read: Record<string, unknown> = {};
    for (const key of keys) {
      const each = field.fields[key];
      if (!each) continue;
      const keptValue = kept.value.find((one) => one.at === at && one.key === key);
      if (keptValue) {
        read[key] = keptValue.value;
        continue;
      }
      const cell = entries.get(key)?.[at];
      const value = readFieldCell(each, cell, context, published[at]?.[key]);
      if (value.ok) read[key] = value.value;
      else row.findings.push(entryFinding(row, name, key, at, cellText(cell), value.problem, each));
    }
    return read;
  });
  return withUnmapped(rows, Object.keys(field.fields), keys, published);
}

/** A single typed entry stays typed: a spreadsheet made a number of a list that has one. */
function entriesIn(cell: FileCell | undefined, published: readonly Cell[]): readonly FileCell[] {
  if (cell === undefined || isBlank(cell)) return [];
  if (typeof cell !== 'string') return [cell];
  const text = cell.replaceAll('\r\n', '\n');
  const whole = text.endsWith(cutMark)
    ? writeListCell(published.map((entry) => (entry === null ? null : String(entry))))
    : text;
  return readListCell(isCutOf(text, whole) ? whole : text).map((entry) => entry ?? '');
}

/** A date in a list is brought by its text alone; its days stand beside it for readers. */
const isBroughtInList = (plan: Plan, list: string, key: string): boolean =>
  (plan.get(`${list}.${key}`)?.value ?? -1) !== -1;

/**
 * What the file has no column for stays as it is published: of the row in the same place where the rest is the same, else of
 * the one row that says the same. A row that nobody published knows nothing of it.
 */
function withUnmapped(
  rows: readonly Record<string, unknown>[],
  allKeys: readonly string[],
  mapped: readonly string[],
  published: readonly Row[],
): readonly Record<string, unknown>[] {
  const unmapped = allKeys.filter((key) => !mapped.includes(key));
  if (unmapped.length === 0) return rows;
  const saysTheSame = (row: Record<string, unknown>, other: Row | undefined) =>
    other !== undefined && mapped.every((key) => (row[key] ?? null) === (other[key] ?? null));
  return rows.map((row, at) => {
    const same = saysTheSame(row, published[at]) ? published[at] : published.find((other) => saysTheSame(row, other));
    return { ...Object.fromEntries(unmapped.map((key) => [key, same?.[key] ?? null])), ...row };
  });
}

/** The currency that the amounts of the row are in: of the file where it has the column, else as published. */
function readCurrency({ cells, before, plan }: RowInReading): string | null {
  const at = plan.get('currency')?.value ?? -1;
  if (at === -1) return before ? textOf(before, 'currency') : null;
  return cellText(cells[at]).trim() || null;
}

/** Another currency may have other minor units: an amount that is not brought with it would become another amount. */
function checkUnmappedMoney(row: RowInReading, { fields }: RecordDefinition, currency: string | null): void {
  const was = row.before ? textOf(row.before, 'currency') : null;
  if (!row.before || was === null || currency === null || minorUnitDigits(was) === minorUnitDigits(currency)) return;
  for (const [name, field] of Object.entries(fields)) {
    const holds = holdsUnmappedMoney(row, name, field);
    if (!holds) continue;
    row.findings.push({
      ...findingAt(
        row.reader,
        'currency',
        currency,
        { code: 'amount-not-brought', words: { column: holds } },
        { key: 'currency', words: {} },
      ),
      path: 'currency',
    });
  }
}

function holdsUnmappedMoney({ plan, before }: RowInReading, name: string, field: Field): string | null {
  if (field.type === 'money') {
    const positions = plan.get(name);
    return positions && positions.value === -1 && before?.[name] != null ? positions.header : null;
  }
  if (field.type !== 'list' || !before || rowsOf(before, name).length === 0) return null;
  const [key] = Object.entries(field.fields).find(([, each]) => each.type === 'money') ?? [];
  const positions = key ? plan.get(`${name}.${key}`) : undefined;
  return positions && positions.value === -1 ? positions.header : null;
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

const expectedIdentifier: Expected = { key: 'identifier', words: { kind: '' } };
const entriesExpected: Expected = { key: 'entries', words: {} };
const headerIn = (plan: Plan, list: string, key: string): string => plan.get(`${list}.${key}`)?.header ?? list;

function findingAt(
  { mapping }: RowReader,
  column: string,
  found: string,
  { code, words }: { readonly code: ReadingCode; readonly words: Readonly<Record<string, string>> },
  expected: Expected,
): RowFinding {
  const position = mapping.indexOf(column);
  return {
    code,
    from: 'reading',
    severity: 'error',
    column,
    position: position === -1 ? null : position,
    path: column,
    found: shortened(found),
    expected,
    words,
  };
}

function unevenEntries(
  { reader, plan, cells }: RowInReading,
  list: string,
  key: string,
  count: number,
  most: number,
): RowFinding {
  const header = headerIn(plan, list, key);
  const found = cellText(cells[plan.get(`${list}.${key}`)?.value ?? -1]);
  const words = { count: String(count), most: String(most), list };
  return { ...findingAt(reader, header, found, { code: 'entries-differ', words }, entriesExpected), path: list };
}

function entryFinding(
  { reader, plan }: RowInReading,
  list: string,
  key: string,
  at: number,
  found: string,
  problem: CellRefused,
  field: SingleField,
): RowFinding {
  const header = headerIn(plan, list, key);
  const words = { ...problem.words, entry: String(at + 1) };
  return {
    ...findingAt(reader, header, found, { code: problem.code, words }, expectedOf(field)),
    path: `${list}.${at}.${key}`,
  };
}

function olderVersion(reader: RowReader, cells: readonly FileCell[], current: number): RowFinding {
  const found = cellText(cells[reader.mapping.indexOf('version')]);
  const words = { current: String(current) };
  return findingAt(reader, 'version', found, { code: 'older-version', words }, { key: 'row', words: {} });
}

/** Of what is wrong inside a geometry one finding tells: nobody mends it number by number. */
function recordFindings(
  reader: RowReader,
  cells: readonly FileCell[],
  definition: RecordDefinition,
  findings: readonly Finding[],
): readonly RowFinding[] {
  const told = findings.map((finding) => recordFinding(reader, cells, definition, finding));
  return told.filter(
    ({ code, path }, at) => told.findIndex((other) => other.code === code && other.path === path) === at,
  );
}

/** A finding of the record itself, at the column that would mend it. */
export function recordFinding(
  reader: RowReader,
  cells: readonly FileCell[],
  { kind, fields }: RecordDefinition,
  finding: Finding,
): RowFinding {
  const [name = '', at, key] = finding.path.split('.');
  const field = fields[name];
  const inner = field?.type === 'list' && key !== undefined ? field.fields[key] : undefined;
  const column = columnOfPath(reader.table, name, field, key);
  const position = column ? positionOf(reader, column) : -1;
  const single = inner ?? (field?.type === 'list' ? undefined : field);
  const cell = cells[position];
  const entry = inner && typeof cell === 'string' ? (readListCell(cell)[Number(at)] ?? '') : cellText(cell);
  const isGeometry = single?.type === 'geometry';
  return {
    code: isGeometry ? 'not-a-geometry' : finding.code,
    from: 'record',
    severity: finding.severity,
    column: column?.header ?? null,
    position: position === -1 ? null : position,
    path: isGeometry ? name : finding.path || kind,
    found: shortened(entry),
    expected: single ? expectedOf(single) : field ? entriesExpected : { key: 'row', words: {} },
    words: finding.words,
  };
}

function columnOfPath(
  table: RecordTable,
  name: string,
  field: Field | undefined,
  key: string | undefined,
): FieldColumn | null {
  if (!field) return null;
  if (field.type !== 'list') return valueColumn(table, name, null);
  const [first = ''] = Object.keys(field.fields);
  return valueColumn(table, key && key in field.fields ? key : first, name);
}

const positionOf = (reader: RowReader, { list, name }: FieldColumn): number =>
  planOf(reader).get(list ? `${list}.${name}` : name)?.value ?? -1;

export const kindOfReader = ({ table }: RowReader) => kindOfTable[table];
