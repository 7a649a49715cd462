import 'server-only';
import type { FieldColumn } from '@/domain/export/column';
import { snakeCase } from '@/domain/export/column';
import type { RecordKind } from '@/domain/record/kinds';
import { minorUnitDigits } from '@/domain/units';
import { Prisma } from '@/prisma/generated/client/client';
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

/** The cell of one row: text that no spreadsheet runs, numbers as numbers, null where it is not known. */
export function cellOf(alias: string, column: FieldColumn): Prisma.Sql {
  const { field, name, facet } = column;
  const own = raw(`${alias}.${snakeCase(name)}`);
  const joined = raw(`${alias}_${snakeCase(name)}`);
  switch (field.type) {
    case 'text':
      return Prisma.sql`disarmed(${own})`;
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
      return majorUnits(own, raw('v.currency'));
    case 'yes-no':
      return Prisma.sql`case ${own} when true then 'yes' when false then 'no' end`;
    case 'geometry':
      return Prisma.sql`${own}::text`;
  }
}

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
