import 'server-only';
import { createTranslator } from 'use-intl/core';
import type { FileAbout } from '@/domain/export/about';
import { type ColumnInWords, columnInWords } from '@/domain/export/column-words';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import { formatsOf } from '@/domain/export/formats';
import { columnsOf, type TableName } from '@/domain/export/tables';
import { pastQuery } from '@/domain/past';
import messages from '@/messages/en.json';
import { baseUrl } from '../env';
import type { PublicRecord } from '../published/record-at';

// Files are in one language, whatever the reader's: what they say must not change with who downloads them.
export const inEnglish = createTranslator({ locale: 'en', messages }) as (
  key: string,
  values?: Record<string, string>,
) => string; // any key, not only known ones

export const tableTitle = (table: TableName) => inEnglish(`files.table.${table}.title`);
export const rowInWords = (table: TableName) => inEnglish(`files.table.${table}.holds`);
export const columnsInWords = (table: TableName): readonly ColumnInWords[] =>
  columnsOf(table).map((column) => columnInWords(column, inEnglish));
export const licence = () => ({
  title: inEnglish('downloads.licence'),
  address: `${baseUrl()}/en/methodology#licence`,
});

/** What a file is, beside its rows. The same for every format, and for what stands beside the file. */
export function aboutFile(record: PublicRecord, table: TableName, filters: FilterValues): FileAbout {
  const { asOf, until } = record.past;
  const query = filterQuery({ ...filters, ...pastQuery(record.past) });
  const at = (ending: string) => `${baseUrl()}/data/${table}.${ending}${query}`;
  const citation = {
    record: inEnglish('site.name'),
    table: tableTitle(table),
    day: record.publishedUpTo,
    // What was published later does not change what the record said by this day.
    address: `${baseUrl()}/data/${table}.csv${filterQuery({ ...filters, ...pastQuery({ asOf: asOf ?? record.publishedUpTo, until }) })}`,
  };
  return {
    table,
    title: tableTitle(table),
    description: rowInWords(table),
    filter: filters,
    filterInWords: filterInWords(filters),
    asOf,
    until,
    day: record.day,
    made: new Date().toISOString(),
    language: 'en',
    licence: licence(),
    citation: until
      ? inEnglish('downloads.citationUntil', { ...citation, until })
      : inEnglish('downloads.citation', citation),
    addresses: {
      ...Object.fromEntries(formatsOf(table).map((format) => [format, at(format)])),
      metadata: at('metadata.json'),
    },
    definitions: `${baseUrl()}/en/data/${table}`,
  };
}

/** The filter as a sentence: which rows there are. */
export function filterInWords(filters: FilterValues): string {
  const conditions = Object.entries(filters)
    .filter(([name]) => name !== 'sort' && name !== 'order')
    .map(([name, value]) => inEnglish('downloads.condition', { name, value }));
  return conditions.length === 0
    ? inEnglish('downloads.wholeTable')
    : inEnglish('downloads.filtered', { conditions: conditions.join(inEnglish('downloads.and')) });
}
