import type { FieldColumn } from '../export/column';
import { readListCell } from '../export/list-cell';
import { type Content, rowsOf, textOf } from '../record/content';
import type { RecordDefinition } from '../record/define';
import type { Field, SingleField } from '../record/field';
import type { Finding } from '../record/finding';
import { isPublicIdentifier } from '../record/identifier';
import { readContent } from '../record/schema';
import { accept, refuse, type Result } from '../result';
import { compareContents, type FieldChange } from '../submission/compare';
import { minorUnitDigits } from '../units';
import { cellText, type FileCell } from './cell';
import type { Conventions } from './conventions';
import { readDateColumns } from './date-columns';
import { type CellContext, type CellRefused, expectedOf, readFieldCell } from './field-cell';
import { type RowFinding, shortened } from './finding';
import type { Known } from './known';
import type { Mapping } from './mapping';
import { type OwnIdentifier, readOwnIdentifier } from './own-identifier';
import { readList } from './read-list';
import { planOf, type Positions, type RowInReading } from './reading-plan';
import { entriesExpected, expectedIdentifier, findingAt } from './row-findings';
import { definitionOf, type RecordTable, valueColumn } from './targets';
import { isWithheld } from './withheld';

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
