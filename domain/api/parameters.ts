import * as z from 'zod';
import { type FilterRule, filtersOf } from '../export/filters';
import type { TableName } from '../export/tables';
import { longestText } from '../filter';
import { identifierPattern, longestIdentifier } from '../record/identifier';
import type { ApiParameter } from './route';

const identifier = z.string().max(longestIdentifier).regex(identifierPattern);

/** How many rows one answer has: enough for a page, few enough for a weak line. */
export const leastLimit = 1;
export const largestLimit = 500;
export const usualLimit = 100;
export const limitSchema = z.coerce.number<string>().int().min(leastLimit).max(largestLimit).default(usualLimit);
/** As an answer gave it: base64url, with the key of a row in it. */
export const cursorSchema = z.string().regex(/^[\w-]{1,2000}$/);

const inQuery = (name: string, schema: z.ZodType, key: string, example?: string): ApiParameter => ({
  name,
  in: 'query',
  isRequired: false,
  schema,
  about: { key: `api.parameter.${key}`, values: { name } },
  ...(example !== undefined && { example }),
});

export const pastParameters: readonly ApiParameter[] = [
  inQuery('asOf', z.iso.date(), 'asOf'),
  inQuery('until', z.iso.date(), 'until'),
];

export const pagingParameters: readonly ApiParameter[] = [
  inQuery('limit', limitSchema, 'limit', '50'),
  inQuery('cursor', cursorSchema, 'cursor'),
];

export const slugParameter: ApiParameter = {
  name: 'slug',
  in: 'path',
  isRequired: true,
  schema: identifier,
  about: { key: 'api.parameter.slug' },
};

/** The filters of a table, as its page and its file take them. */
export const filterParameters = (table: TableName): readonly ApiParameter[] =>
  Object.entries(filtersOf[table]).map(([name, rule]) =>
    inQuery(name, schemaOf(rule), wordsOf(name, rule), exampleOf(rule)),
  );

/** Filters whose kind says less than a sentence of their own. */
const withOwnWords = new Set(['late', 'on-hold', 'unreported', 'sort', 'order', 'from', 'to', 'claims', 'list']);

const wordsOf = (name: string, rule: FilterRule) =>
  withOwnWords.has(name) ? `filter.${name}` : `filterBy.${rule.type}`;

function schemaOf(rule: FilterRule): z.ZodType {
  switch (rule.type) {
    case 'choice':
      return z.enum(rule.values);
    case 'code':
      return z.string().min(1).max(longestText);
    case 'reference':
    case 'within':
      return identifier;
    case 'currency':
      return z.string().regex(/^[A-Z]{3}$/);
    case 'day':
      return z.iso.date();
    case 'words':
      return z.string().max(longestText);
  }
}

function exampleOf(rule: FilterRule): string | undefined {
  return rule.type === 'choice' ? rule.values[0] : undefined;
}
