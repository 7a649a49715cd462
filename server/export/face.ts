import 'server-only';
import { Prisma } from '@/prisma/generated/client/client';

type Sql = Prisma.Sql;
const sql = Prisma.sql;

/**
 * One query has two faces: the cells of a CSV, which a spreadsheet opens, and values, which a program reads. They differ
 * in how a value is written, never in which rows and columns there are.
 */
export interface Face {
  readonly name: 'cells' | 'values';
  /** Words that somebody wrote: as a cell, nothing that a spreadsheet runs. */
  readonly text: (words: Sql) => Sql;
  readonly yesNo: (truth: Sql) => Sql;
  /** A geometry, or what a record said. */
  readonly json: (json: Sql) => Sql;
  /** An exact amount: as a value it is text, so that no reader rounds it. */
  readonly amount: (numeric: Sql) => Sql;
  /** An array of codes or identifiers. */
  readonly several: (array: Sql) => Sql;
}

export const cells: Face = {
  name: 'cells',
  text: (words) => sql`disarmed(${words})`,
  yesNo: (truth) => sql`case ${truth} when true then 'yes' when false then 'no' end`,
  json: (json) => sql`${json}::text`,
  amount: (numeric) => numeric,
  several: (array) => sql`nullif(array_to_string(${array}, '; '), '')`,
};

export const values: Face = {
  name: 'values',
  text: (words) => words,
  yesNo: (truth) => truth,
  json: (json) => json,
  amount: (numeric) => sql`${numeric}::text`,
  several: (array) => sql`coalesce(to_json(${array}), '[]')`,
};
