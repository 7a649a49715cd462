import 'server-only';
import type { FileAbout } from '@/domain/export/about';
import type { ExportColumn } from '@/domain/export/column';
import { columnInWords } from '@/domain/export/column-words';
import { csvwSchema, frictionlessSchema } from '@/domain/export/table-schema';
import { tableNames, type TableName } from '@/domain/export/tables';
import { type IsoDate } from '@/domain/calendar';
import { baseUrl } from '../env';
import { inEnglish, licence, rowInWords, tableTitle } from './describe-file';

const describe = (column: ExportColumn) => {
  const { meaning, unit } = columnInWords(column, inEnglish);
  return unit ? `${meaning} (${unit})` : meaning;
};

/** What is known of a file that lies beside its description. */
export interface FileMeasure {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Every table as a Frictionless Data Package (2.0): paths are beside the description, in `/data` as in the archive. Of
 * the archive the size and hash of each file are known.
 */
export function dataPackage(day: IsoDate, measures?: Readonly<Partial<Record<TableName, FileMeasure>>>) {
  const { title, address } = licence();
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cornerstone',
    id: `${baseUrl()}/data/datapackage.json`,
    title: inEnglish('site.name'),
    description: inEnglish('site.description'),
    homepage: `${baseUrl()}/en/data`,
    version: day,
    created: new Date().toISOString(),
    licenses: [{ title, path: address }],
    contributors: [{ title: inEnglish('site.name'), path: baseUrl(), roles: ['publisher'] }],
    resources: tableNames.map((table) => {
      const measure = measures?.[table];
      return {
        name: table,
        type: 'table',
        path: `${table}.csv`,
        title: tableTitle(table),
        description: rowInWords(table),
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        ...(measure && { bytes: measure.bytes, hash: `sha256:${measure.sha256}`, rowCount: measure.rows }),
        schema: frictionlessSchema(table, describe),
      };
    }),
  };
}

/** One table as CSV on the Web describes it; `url` is where the CSV lies beside the description. */
export function csvOnTheWeb(about: FileAbout, url: string) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': about.title,
    'dc:description': `${about.description} ${about.filterInWords}`,
    'dc:license': { '@id': about.licence.address },
    'dc:bibliographicCitation': about.citation,
    dialect: {
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      header: true,
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
    },
    tableSchema: csvwSchema(about.table, describe),
  };
}
