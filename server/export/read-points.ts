import 'server-only';
import * as z from 'zod';
import type { Point } from '@/domain/export/feature';
import type { PublicRecord } from '../published/record-at';

const rows = z.array(
  z.object({ slug: z.string(), longitude: z.number(), latitude: z.number(), precisionKm: z.number().nullable() }),
);

/** The points of all places that have one: few beside the rows that name them. */
export async function readPoints(record: PublicRecord): Promise<ReadonlyMap<string, Point>> {
  const found = rows.parse(
    await record.query`
      select slug, longitude::float8, latitude::float8, point_precision_km::float8 as "precisionKm"
      from current_place where longitude is not null and latitude is not null`,
  );
  return new Map(
    found.map(({ slug, longitude, latitude, precisionKm }) => [
      slug,
      { coordinates: [longitude, latitude], precisionKm },
    ]),
  );
}
