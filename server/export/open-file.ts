import 'server-only';
import type { Readable } from 'node:stream';
import type { FileAbout } from '@/domain/export/about';
import type { FilterValues } from '@/domain/export/filters';
import { type Format, whereabouts } from '@/domain/export/formats';
import type { TableName } from '@/domain/export/tables';
import type { PublicRecord } from '../published/record-at';
import { aboutFile, columnsInWords } from './describe-file';
import { readPoints } from './read-points';
import { recordOf, streamRows, streamTable } from './table-file';
import { writeGeoJson } from './write-geojson';
import { writeJson } from './write-json';
import { writeParquet } from './write-parquet';
import { writeXlsx } from './write-xlsx';

/** The rows of a table in one of its formats, streamed: no format holds more than a few thousand rows at a time. */
export async function openFile(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  format: Format,
): Promise<Readable> {
  if (format === 'csv') return streamTable(record, table, filters);
  if (format === 'ndjson') return streamRows(record, table, filters);
  const about = aboutFile(record, table, filters);
  const write = await writerOf(format, record, about);
  const lines = await streamRows(record, table, filters);
  const file = write(lines);
  // Who goes away before the first byte is read ends the query too.
  file.once('close', () => lines.destroy());
  return file;
}

async function writerOf(
  format: Exclude<Format, 'csv' | 'ndjson'>,
  record: PublicRecord,
  about: FileAbout,
): Promise<(lines: Readable) => Readable> {
  switch (format) {
    case 'json':
      return (lines) => writeJson(lines, about);
    case 'parquet':
      return (lines) => writeParquet(lines, about);
    case 'xlsx':
      return (lines) => writeXlsx(lines, about, columnsInWords(about.table));
    case 'geojson': {
      const where = whereabouts[about.table];
      if (!where) throw new Error(`The rows of ${about.table} lie nowhere`);
      const points = await readPoints(recordOf(record, about.table, about.filter));
      return (lines) => writeGeoJson(lines, about, where, points);
    }
  }
}
