import 'server-only';
import { type ExportColumn, type FieldColumn, snakeCase } from '@/domain/export/column';
import { type ProjectFilter, readFilter } from '@/domain/filter';
import type { FilterValues } from '@/domain/export/filters';
import { type RowPart, rowParts } from '@/domain/export/row';
import { columnsOf, isOwnTable, kindOfTable, type OwnTable, type TableName } from '@/domain/export/tables';
import type { RecordKind } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow, projectWhere } from '../published/filter-sql';
import { type OnlyRow, projectListSql, type RowsAfter } from '../published/project-list-sql';
import { conditionsOf } from '../published/table-conditions';
import type { PublicRecord } from '../published/record-at';
import { listTable } from '../record/tables';
import { cellOf, instantText, joinOf, named, raw } from './cells';
import { cells, type Face, values } from './face';
import { withLookups } from './lookups';
import { limitOf, type PageOf, upToPage } from './page-of';
import { selectChanges } from './select-changes';
import { selectLate, selectSlippage } from './select-late';
import { selectQuality } from './select-quality';
import { selectRevisions } from './select-revisions';
import { selectTotals } from './select-totals';
import { workedOutCells, workedOutLookups } from './worked-out';

/**
 * The one query of a table: its columns in their order, its filter, by identifier, or as the page orders it. A list is
 * one cell, or one value, never more rows.
 */
export function selectTable(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  face: Face = cells,
  page: PageOf | null = null,
): Prisma.Sql {
  if (isOwnTable(table)) return selectOwn[table](record, filters, face, page);
  const kind = kindOfTable[table];
  const columns = columnsOf(table);
  const fields = columns.filter((column) => column.origin === 'field');
  const joins = new Map<string, Prisma.Sql>();
  const lookups = new Set<string>();
  const isWholeTable = Object.keys(filters).length === 0 && page === null;

  for (const column of fields.filter(({ list }) => !list)) {
    const joined = joinOf('v', column);
    if (joined) joins.set(joined.alias, joined.join);
    noteLookup(column, lookups);
  }
  for (const list of new Set(fields.flatMap((column) => column.list ?? []))) {
    const inner = fields.filter((column) => column.list === list);
    inner.forEach((column) => noteLookup(column, lookups));
    joins.set(list, joinList({ kind, name: list, columns: inner }, isWholeTable, face));
  }

  for (const lookup of workedOutLookups[table] ?? []) {
    lookups.add(lookup);
    joins.set(lookup, Prisma.sql`left join ${raw(lookup)} on ${raw(lookup)}.slug = v.slug`);
  }

  const workedOut = workedOutCells(face)[table];
  const valueOf = (column: ExportColumn): Prisma.Sql => {
    if (column.origin === 'field')
      return column.list ? raw(`${listAlias(column.list)}.${column.header}`) : cellOf('v', column, face);
    const own = workedOut?.[column.header] ?? recordCells[column.header];
    if (!own) throw new Error(`No query for the column ${table}.${column.header}`);
    return own;
  };
  const chosen =
    face.name === 'cells'
      ? columns.map((column) => named(valueOf(column), column.header))
      : rowParts(table).map((part) => named(part.kind === 'list' ? listOf(part) : valueOf(part.column), part.key));

  const isListed = table === 'projects';
  return Prisma.sql`${withLookups(lookups, face, page !== null)}select ${Prisma.join(chosen, ', ')} from ${rowsOf(record, table, filters, page)} ${
    joins.size > 0 ? Prisma.join([...joins.values()], ' ') : Prisma.empty
  } ${isListed ? Prisma.empty : upToPage('v.slug', conditionsOf(table, filters), page)}
    order by ${isListed ? raw('listed.row_number') : raw('v.slug')} ${limitOf(page)}`;
}

const listOf = ({ key }: Extract<RowPart, { kind: 'list' }>) => raw(`coalesce(list_${key}.entries, '[]')`);

/** The rows a filter leaves, as `v`. Projects are chosen by the query that the page asks, which also works out their state. */
function rowsOf(
  record: PublicRecord,
  table: Exclude<TableName, OwnTable>,
  filters: FilterValues,
  page: PageOf | null,
): Prisma.Sql {
  if (table !== 'projects') return raw(`current_${kindOfTable[table]} v`);
  const listed = projectListSql(projectFilterOf(filters), record.day, 'en', listedRows(page));
  return Prisma.sql`(select row_number() over (), ordered.* from (${listed}) as ordered) as listed join current_project v on v.slug = listed.slug`;
}

function listedRows(page: PageOf | null): RowsAfter | OnlyRow | undefined {
  if (page?.only !== undefined) return { slug: page.only };
  const after = page?.after && { slug: String(page.after.key), position: page.after.position };
  return page ? { limit: page.limit, after: after ?? null } : undefined;
}

/** How many rows a filter leaves. */
export function selectCount(record: PublicRecord, table: TableName, filters: FilterValues): Prisma.Sql {
  if (table === 'projects')
    return Prisma.sql`select count(*) from ${projectsNow(record.day)} where ${projectWhere(projectFilterOf(filters))}`;
  const rows = isOwnTable(table)
    ? Prisma.sql`(${selectOwn[table](record, filters, values, null)}) v`
    : Prisma.sql`${raw(`current_${kindOfTable[table]} v`)} ${conditionsOf(table, filters)}`;
  return Prisma.sql`select count(*) from ${rows}`;
}

function projectFilterOf(filters: FilterValues): ProjectFilter {
  const read = readFilter(filters, { subsectors: [filters.subsector ?? ''], places: [filters.place ?? ''] });
  if (!read.ok) throw new Error(`A filter passed that projects do not have: ${read.problem.name}`);
  return read.value;
}

/** The query of each table whose rows are no records. */
type SelectOwn = (record: PublicRecord, filters: FilterValues, face: Face, page: PageOf | null) => Prisma.Sql;

const selectOwn: Readonly<Record<OwnTable, SelectOwn>> = {
  revisions: (_, filters, face, page) => selectRevisions(filters, face, page),
  changes: selectChanges,
  totals: (_, filters, face) => selectTotals(filters, face),
  late: selectLate,
  slippage: selectSlippage,
  quality: selectQuality,
};

const recordCells: Readonly<Record<string, Prisma.Sql>> = {
  slug: raw('v.slug'),
  version: raw('v.version'),
  published_at: instantText(raw('v.published_at')),
};

function noteLookup({ field, facet }: FieldColumn, lookups: Set<string>): void {
  if (facet === 'value') return;
  if (field.type === 'code') lookups.add('code_words');
  if (field.type === 'reference') lookups.add(`${field.to}_words`);
}

const listAlias = (list: string) => `list_${snakeCase(list)}`;

interface ListOfKind {
  readonly kind: RecordKind;
  readonly name: string;
  readonly columns: readonly FieldColumn[];
}

/** `names` of a place are rows of `place_name`; parts of a count are read as the public may see them. */
function tableOfList(kind: RecordKind, list: string): string {
  const element = listTable[list];
  if (!element) throw new Error(`No table for the list ${kind}.${list}`);
  const shown = kind === 'resettlement' ? 'shown_' : '';
  return shown + kind + element.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * The rows of a list in one row. As cells each column is one, its entries in the list's order and written as
 * `domain/export/list-cell.ts` has them, so that the nth entries of the columns belong together; as a value the whole
 * list is one. A whole table reads the whole list once; a few rows look up theirs alone.
 */
function joinList(list: ListOfKind, isWholeTable: boolean, face: Face): Prisma.Sql {
  const { kind, name, columns } = list;
  const joins = new Map<string, Prisma.Sql>();
  for (const column of columns) {
    const joined = joinOf('l', column);
    if (joined) joins.set(joined.alias, joined.join);
  }
  const chosen = face.name === 'cells' ? columns.map((column) => listCell(column, face)) : [listValue(list, face)];
  const rows = Prisma.sql`${raw(tableOfList(kind, name))} l ${
    joins.size > 0 ? Prisma.join([...joins.values()], ' ') : Prisma.empty
  }`;
  const alias = raw(listAlias(name));
  // An amount in a list is in the currency of its record, which only the rows looked up one by one know.
  const hasMoney = columns.some(({ field }) => field.type === 'money');
  return isWholeTable && !hasMoney
    ? Prisma.sql`left join (select l.version_id, ${Prisma.join(chosen, ', ')} from ${rows} group by l.version_id) ${alias} on ${alias}.version_id = v.id`
    : Prisma.sql`left join lateral (select ${Prisma.join(chosen, ', ')} from ${rows} where l.version_id = v.id) ${alias} on true`;
}

function listCell(column: FieldColumn, face: Face): Prisma.Sql {
  const own = Prisma.sql`${cellOf('l', column, face)}::text`;
  // No code, identifier, date or number has what must be marked.
  const isWords = column.type === 'text' || column.type === 'address';
  const entry = isWords ? Prisma.sql`list_entry(${own})` : own;
  return Prisma.sql`nullif(string_agg(coalesce(${entry}, ''), '; ' order by l.position), '') as ${raw(column.header)}`;
}

function listValue({ name, columns }: ListOfKind, face: Face): Prisma.Sql {
  const stem = `${snakeCase(name)}_`;
  const pairs = columns.map(
    (column) => Prisma.sql`${column.header.slice(stem.length)}::text, ${cellOf('l', column, face)}`,
  );
  return Prisma.sql`json_agg(json_build_object(${Prisma.join(pairs, ', ')}) order by l.position) as entries`;
}
