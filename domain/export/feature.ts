import type { Whereabouts } from './formats';
import type { Row } from './row';

/** Where something is: longitude and latitude, and within how many kilometres that is right. */
export interface Point {
  readonly coordinates: readonly [number, number];
  readonly precisionKm: number | null;
}

export interface Feature {
  readonly type: 'Feature';
  readonly id: string | null;
  /** Null where it is not known where the row lies: the row is there all the same. */
  readonly geometry: Readonly<Record<string, unknown>> | null;
  readonly properties: Row;
}

/**
 * A row as a feature of GeoJSON: at its own geometry or point, else at the points of the places it names. Where the
 * geometry is from, and within how many kilometres it is right, stands beside it.
 */
export function featureOf(row: Row, where: Whereabouts, points: ReadonlyMap<string, Point>): Feature {
  const { geometry, from, precisionKm } = located(row, where, points);
  return {
    type: 'Feature',
    id: typeof row.slug === 'string' ? row.slug : null,
    geometry,
    properties: { ...row, geometry_from: from, geometry_precision_km: precisionKm },
  };
}

interface Located {
  readonly geometry: Feature['geometry'];
  readonly from: 'record' | 'places' | null;
  readonly precisionKm: number | null;
}

function located(row: Row, where: Whereabouts, points: ReadonlyMap<string, Point>): Located {
  const own = where.geometry ? row[where.geometry] : null;
  if (own !== null && typeof own === 'object')
    return { geometry: own as Readonly<Record<string, unknown>>, from: 'record', precisionKm: null }; // a geometry is one object
  const { longitude, latitude, point_precision_km: precision } = row;
  if (where.hasPoint && typeof longitude === 'number' && typeof latitude === 'number') {
    const precisionKm = typeof precision === 'number' ? precision : null;
    return { geometry: { type: 'Point', coordinates: [longitude, latitude] }, from: 'record', precisionKm };
  }
  const found = placesOf(row, where).flatMap((slug) => points.get(slug) ?? []);
  const [first, ...others] = found;
  if (!first) return { geometry: null, from: null, precisionKm: null };
  return {
    geometry:
      others.length === 0
        ? { type: 'Point', coordinates: first.coordinates }
        : { type: 'MultiPoint', coordinates: found.map(({ coordinates }) => coordinates) },
    from: 'places',
    precisionKm: coarsest(found),
  };
}

/** Null as soon as one of them is not known. */
function coarsest(points: readonly Point[]): number | null {
  const known = points.flatMap(({ precisionKm }) => precisionKm ?? []);
  return known.length === points.length ? Math.max(...known) : null;
}

function placesOf(row: Row, { places }: Whereabouts): readonly string[] {
  if (!places) return [];
  const [header, key] = places;
  const value = row[header];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((entry) => {
    const slug = key === undefined ? entry : (entry as Readonly<Record<string, unknown>>)[key];
    return typeof slug === 'string' ? [slug] : [];
  });
}
