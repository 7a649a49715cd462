import * as z from 'zod';
import { tableNames, type TableName } from '../export/tables';

/** Which record an answer speaks of: the day that "today" is in it, and the past that was asked for. */
const ofADay = {
  day: z.iso.date(),
  asOf: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
};

/** One page of a table. `total` counts the rows of all pages; `next` leads to the following page, null on the last. */
export const listSchema = (table: TableName, row: z.ZodType) =>
  z.strictObject({
    table: z.literal(table),
    ...ofADay,
    filters: z.record(z.string(), z.string()),
    total: z.int(),
    rows: z.array(row),
    next: z.url().nullable(),
  });

export const recordSchema = (table: TableName, row: z.ZodType) =>
  z.strictObject({ table: z.literal(table), ...ofADay, row, history: z.url() });

export const indexSchema = z.strictObject({
  name: z.string(),
  version: z.literal('v1'),
  ...ofADay,
  openapi: z.url(),
  documentation: z.url(),
  licence: z.url(),
  tables: z.array(
    z.strictObject({
      table: z.enum(tableNames),
      title: z.string(),
      holds: z.string(),
      rows: z.int().nullable(), // null: too many to be counted for an index
      changedAt: z.iso.datetime().nullable(),
      href: z.url(),
    }),
  ),
});

/** The answer of a page: `ListAnswer['rows']` are the rows of the JSON file. */
export type ListAnswer = z.output<ReturnType<typeof listSchema>>;
export type RecordAnswer = z.output<ReturnType<typeof recordSchema>>;
export type IndexAnswer = z.output<typeof indexSchema>;
