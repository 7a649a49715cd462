import type { TableName } from './tables';

/** The forms in which the rows of a table are given away, by the ending of the address. */
export const formats = ['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet'] as const;
export type Format = (typeof formats)[number];

export function isFormat(text: string): text is Format {
  return (formats as readonly string[]).includes(text);
}

export const mediaTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
};

/** How a row of a table lies somewhere: by a geometry of its own, by places that it names, or by both. */
export interface Whereabouts {
  /** The row's own line or area. */
  readonly geometry?: string;
  /** The row's own point, in `latitude`, `longitude` and `point_precision_km`. */
  readonly hasPoint?: boolean;
  /** The column, or the list and its key, that names places. */
  readonly places?: readonly [string] | readonly [string, string];
}

const ownPlace: Whereabouts = { places: ['place_slug'] };

/** The tables whose rows lie somewhere; what only hangs on such a row, as a contract on its project, does not. */
export const whereabouts: Partial<Record<TableName, Whereabouts>> = {
  programmes: ownPlace,
  places: { hasPoint: true },
  projects: { geometry: 'geometry', places: ['places', 'place_slug'] },
  landmarks: { hasPoint: true, places: ['place_slug'] },
  budget: ownPlace,
  resettlement: ownPlace,
  totals: ownPlace,
  targets: ownPlace,
  readiness: ownPlace,
  context: ownPlace,
  disagreements: ownPlace,
  late: { places: ['place_slugs'] },
  changes: ownPlace,
};

export const formatsOf = (table: TableName): readonly Format[] =>
  formats.filter((format) => format !== 'geojson' || whereabouts[table] !== undefined);
