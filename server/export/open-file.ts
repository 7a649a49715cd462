import 'server-only';
import type { Readable } from 'node:stream';
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
  const place = format === 'geojson' ? await placing(record, table, filters) : null;
  const lines = await streamRows(record, table, filters);
  if (format === 'ndjson') return lines;
  const about = aboutFile(record, table, filters);
  const file = place
    ? writeGeoJson(lines, about, place.where, place.points)
    : format === 'json'
      ? writeJson(lines, about)
      : format === 'parquet'
        ? writeParquet(lines, about)
        : writeXlsx(lines, about, columnsInWords(table));
  // Who goes away before the first byte is read ends the query too.
  file.once('close', () => lines.destroy());
  return file;
}

async function placing(record: PublicRecord, table: TableName, filters: FilterValues) {
  const where = whereabouts[table];
  if (!where) throw new Error(`The rows of ${table} lie nowhere`);
  return { where, points: await readPoints(recordOf(record, table, filters)) };
}
