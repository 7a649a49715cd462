import 'server-only';
import type { FieldColumn } from '@/domain/export/column';
import { snakeCase } from '@/domain/export/column';
import { type ProjectFilter, readFilter } from '@/domain/filter';
import type { FilterValues } from '@/domain/export/filters';
import { columnsOf, isOwnTable, kindOfTable, type OwnTable, type TableName } from '@/domain/export/tables';
import type { RecordKind } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';
import { projectListSql } from '../published/project-list-sql';
import { conditionsOf } from '../published/table-conditions';
import type { PublicRecord } from '../published/record-at';
import { listTable } from '../record/tables';
import { cellOf, instantText, joinOf, raw } from './cells';
import { withLookups } from './lookups';
import { selectChanges } from './select-changes';
import { selectLate, selectSlippage } from './select-late';
import { selectQuality } from './select-quality';
import { selectRevisions } from './select-revisions';
import { selectTotals } from './select-totals';
import { workedOutCells, workedOutLookups } from './worked-out';

/** The one query of a table: its columns in their order, its filter, by identifier, or as the page orders it. A list is one cell, never more rows. */
export function selectTable(record: PublicRecord, table: TableName, filters: FilterValues): Prisma.Sql {
  if (isOwnTable(table)) return selectOwn[table](record, filters);
  const kind = kindOfTable[table];
  const columns = columnsOf(table);
  const fields = columns.filter((column) => column.origin === 'field');
  const joins = new Map<string, Prisma.Sql>();
  const lookups = new Set<string>();
  const isWholeTable = Object.keys(filters).length === 0;

  for (const column of fields.filter(({ list }) => !list)) {
    const joined = joinOf('v', column);
    if (joined) joins.set(joined.alias, joined.join);
    noteLookup(column, lookups);
  }
  for (const list of new Set(fields.flatMap((column) => column.list ?? []))) {
    const inner = fields.filter((column) => column.list === list);
    inner.forEach((column) => noteLookup(column, lookups));
    joins.set(list, joinList({ kind, name: list, columns: inner }, isWholeTable));
  }

  for (const lookup of workedOutLookups[table] ?? []) {
    lookups.add(lookup);
    joins.set(lookup, Prisma.sql`left join ${raw(lookup)} on ${raw(lookup)}.slug = v.slug`);
  }

  const cells = columns.map((column) => {
    if (column.origin === 'field') {
      return column.list ? raw(`${listAlias(column.list)}.${column.header}`) : cellOf('v', column);
    }
    const own = workedOutCells[table]?.[column.header] ?? recordCells[column.header];
    if (!own) throw new Error(`No query for the column ${table}.${column.header}`);
    return own;
  });

  return Prisma.sql`${withLookups(lookups)}select ${Prisma.join(cells, ', ')} from ${rowsOf(record, table, filters)} ${
    joins.size > 0 ? Prisma.join([...joins.values()], ' ') : Prisma.empty
  } ${conditionsOf(table, filters)} order by ${table === 'projects' ? raw('listed.row_number') : raw('v.slug')}`;
}

/** The rows a filter leaves, as `v`. Projects are chosen by the query that the page asks, which also works out their state. */
function rowsOf(record: PublicRecord, table: Exclude<TableName, OwnTable>, filters: FilterValues): Prisma.Sql {
  if (table !== 'projects') return raw(`current_${kindOfTable[table]} v`);
  const listed = projectListSql(projectFilterOf(filters), record.day, 'en');
  return Prisma.sql`(select row_number() over (), ordered.* from (${listed}) as ordered) as listed join current_project v on v.slug = listed.slug`;
}

function projectFilterOf(filters: FilterValues): ProjectFilter {
  const read = readFilter(filters, { subsectors: [filters.subsector ?? ''], places: [filters.place ?? ''] });
  if (!read.ok) throw new Error(`A filter passed that projects do not have: ${read.problem.name}`);
  return read.value;
}

/** The query of each table whose rows are no records. */
const selectOwn: Readonly<Record<OwnTable, (record: PublicRecord, filters: FilterValues) => Prisma.Sql>> = {
  revisions: (_, filters) => selectRevisions(filters),
  changes: selectChanges,
  totals: (_, filters) => selectTotals(filters),
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
 * The rows of a list in one row: each column joined by `; ` in the list's order, so that the nth entries of its columns
 * belong together. An entry that is not known is empty; a semicolon within one gives way to what cannot be mistaken for
 * the end of it, and in an address to what leads to the same page. A whole table reads the whole list once; a few rows
 * look up theirs alone.
 */
function joinList(list: ListOfKind, isWholeTable: boolean): Prisma.Sql {
  const { kind, name, columns } = list;
  const joins = new Map<string, Prisma.Sql>();
  for (const column of columns) {
    const joined = joinOf('l', column);
    if (joined) joins.set(joined.alias, joined.join);
  }
  const cells = columns.map((column) => {
    const instead = column.type === 'address' ? '%3B' : ',';
    const cell = Prisma.sql`coalesce(replace(${cellOf('l', column)}::text, ';', ${instead}), '')`;
    return Prisma.sql`nullif(string_agg(${cell}, '; ' order by l.position), '') as ${raw(column.header)}`;
  });
  const rows = Prisma.sql`${raw(tableOfList(kind, name))} l ${
    joins.size > 0 ? Prisma.join([...joins.values()], ' ') : Prisma.empty
  }`;
  const alias = raw(listAlias(name));
  // An amount in a list is in the currency of its record, which only the rows looked up one by one know.
  const hasMoney = columns.some(({ field }) => field.type === 'money');
  return isWholeTable && !hasMoney
    ? Prisma.sql`left join (select l.version_id, ${Prisma.join(cells, ', ')} from ${rows} group by l.version_id) ${alias} on ${alias}.version_id = v.id`
    : Prisma.sql`left join lateral (select ${Prisma.join(cells, ', ')} from ${rows} where l.version_id = v.id) ${alias} on true`;
}
