/** One cell of a record's content: text, number, yes or no, or null where it is unknown. Unknown is not zero. */
export type Cell = string | number | boolean | null;

/** One row of a list inside a record. */
export type Row = Readonly<Record<string, Cell>>;

/** A GeoJSON geometry; checked by the geometry field. */
export interface Geometry {
  readonly type: 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

/** What one version of a record says, by field. Every field of the kind is there; what is not known is null. */
export type Content = Readonly<Record<string, Cell | readonly Row[] | Geometry>>;

export function textOf(content: Content, field: string): string | null {
  const value = content[field];
  return typeof value === 'string' ? value : null;
}

export function numberOf(content: Content, field: string): number | null {
  const value = content[field];
  return typeof value === 'number' ? value : null;
}

export function rowsOf(content: Content, field: string): readonly Row[] {
  const value = content[field];
  return Array.isArray(value) ? value : [];
}
