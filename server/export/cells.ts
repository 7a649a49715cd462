import 'server-only';
import type { FieldColumn } from '@/domain/export/column';
import { type ExportColumn, snakeCase } from '@/domain/export/column';
import { columnsOf, type TableName } from '@/domain/export/tables';
import type { RecordKind } from '@/domain/record/kinds';
import { minorUnitDigits } from '@/domain/units';
import { Prisma } from '@/prisma/generated/client/client';
import type { Face } from './face';
import { labelsOf } from './words';

/** SQL of names that stand in our own declarations, never in a request. */
export const raw = Prisma.raw;

export interface Joined {
  readonly alias: string;
  readonly join: Prisma.Sql;
}

/** What a cell needs beside its own row: the label of a code, the title of what is named. One join for each field. */
export function joinOf(alias: string, column: FieldColumn): Joined | null {
  const { field, name, facet } = column;
  if (facet === 'value' || !(field.type === 'code' || field.type === 'reference')) return null;
  const joined = `${alias}_${snakeCase(name)}`;
  const own = raw(`${alias}.${snakeCase(name)}`);
  const on =
    field.type === 'code'
      ? Prisma.sql`left join code_words ${raw(joined)} on ${raw(joined)}.list = ${field.list} and ${raw(joined)}.code = ${own}`
      : Prisma.sql`left join ${raw(lookupOf(field.to))} ${raw(joined)} on ${raw(joined)}.slug = ${own}`;
  return { alias: joined, join: on };
}

const lookupOf = (kind: RecordKind) => `${kind}_words`;

/** What stands in a column for one row, in the form that the face asks for; null where it is not known. */
export function cellOf(alias: string, column: FieldColumn, face: Face): Prisma.Sql {
  const { field, name, facet } = column;
  const own = raw(`${alias}.${snakeCase(name)}`);
  const joined = raw(`${alias}_${snakeCase(name)}`);
  switch (field.type) {
    case 'text':
      return face.text(own);
    case 'choice':
      return facet === 'label' ? caseOf(own, labelsOf(field.values)) : Prisma.sql`${own}::text`;
    case 'code':
      if (facet === 'label') return Prisma.sql`coalesce(${joined}.label, ${own})`;
      return facet === 'unit' ? Prisma.sql`${joined}.unit` : own;
    case 'record':
      return own;
    case 'reference':
      return facet === 'value' ? own : Prisma.sql`${joined}.${raw(facet)}`;
    case 'date':
      return dateCell(`${alias}.${snakeCase(name)}`, facet);
    case 'number':
      return field.isWhole ? own : Prisma.sql`trim_scale(${own})`;
    case 'money':
      return face.amount(majorUnits(own, raw('v.currency')));
    case 'yes-no':
      return face.yesNo(own);
    case 'geometry':
      return face.json(own);
  }
}

/** The cells of a table's columns in their order, each under its header; a column without one is a bug. */
export function chosenCells(table: TableName, cellFor: (column: ExportColumn) => Prisma.Sql | undefined): Prisma.Sql {
  const chosen = columnsOf(table).map((column) => {
    const cell = cellFor(column);
    if (!cell) throw new Error(`No query for the column ${table}.${column.header}`);
    return named(cell, column.header);
  });
  return Prisma.join(chosen, ', ');
}

/** Quoted: `order` and `before` are words of SQL too. */
export const named = (cell: Prisma.Sql, key: string) => Prisma.sql`${cell} as ${raw(`"${key}"`)}`;

export function caseOf(value: Prisma.Sql, labels: ReadonlyMap<string, string>): Prisma.Sql {
  const whens = [...labels].map(([code, label]) => Prisma.sql`when ${code} then ${label}`);
  return Prisma.sql`case ${value}::text ${Prisma.join(whens, ' ')} end`;
}

export const dayText = (day: Prisma.Sql) => Prisma.sql`to_char(${day}, 'YYYY-MM-DD')`;
export const instantText = (at: Prisma.Sql) =>
  Prisma.sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A date as it is written in change sets: the text that `readDateSpan` reads. */
export function writtenDate(stem: string): Prisma.Sql {
  const [first, last] = [raw(`${stem}_first`), raw(`${stem}_last`)];
  return Prisma.sql`case ${raw(`${stem}_precision`)}
    when 'day' then ${dayText(first)}
    when 'month' then to_char(${first}, 'YYYY-MM')
    when 'quarter' then to_char(${first}, 'YYYY"-Q"Q')
    when 'half' then to_char(${first}, 'YYYY') || case when extract(month from ${first}) <= 6 then '-H1' else '-H2' end
    when 'year' then to_char(${first}, 'YYYY')
    when 'span' then ${dayText(first)} || '/' || ${dayText(last)} end`;
}

function dateCell(stem: string, facet: FieldColumn['facet']): Prisma.Sql {
  switch (facet) {
    case 'first':
    case 'last':
      return dayText(raw(`${stem}_${facet}`));
    case 'precision':
      return raw(`${stem}_precision::text`);
    default:
      return writtenDate(stem);
  }
}

const unusualCurrencies = Intl.supportedValuesOf('currency').filter((currency) => minorUnitDigits(currency) !== 2);

/** An amount in whole units of its currency, exactly. */
function majorUnits(minorUnits: Prisma.Sql, currency: Prisma.Sql): Prisma.Sql {
  const whens = unusualCurrencies.map((code) => Prisma.sql`when ${code} then ${10 ** minorUnitDigits(code)}`);
  return Prisma.sql`trim_scale(${minorUnits}::numeric / case ${currency} ${Prisma.join(whens, ' ')} else 100 end)`;
}
