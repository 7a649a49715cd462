import 'server-only';
import { readFileSync } from 'node:fs';
import { geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import starterShapes from '../boundaries/districts.topo.json';
import { env } from '../env';

export interface MapShape {
  readonly slug: string;
  /** SVG path. */
  readonly path: string;
  /** Where a label stands, in units of the picture. */
  readonly center: readonly [number, number];
  /** From its left end to its right. */
  readonly width: number;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
  /** What lies around, in one path. */
  readonly around: string;
  /** A point on the picture; null where it is outside. */
  readonly pointOf: (longitude: number, latitude: number) => readonly [number, number] | null;
  /** Kilometres in one unit of the picture, in its middle. */
  readonly kmPerUnit: number;
}

type Shapes = Topology<{ places: GeometryCollection; around: GeometryCollection }>;
type Areas = FeatureCollection<Polygon | MultiPolygon>;

const earthKm = 6371;

/** The shapes of these places, or of all, in a picture of this width with room around them; null where there is none. */
export function drawMap(
  slugs: readonly string[] | 'all',
  { width, margin }: { width: number; margin: number },
): DrawnMap | null {
  const { places, around } = readShapes();
  const drawn = places.features.filter(({ id }) => slugs === 'all' || slugs.includes(String(id)));
  if (drawn.length === 0) return null;
  const area: Areas = { type: 'FeatureCollection', features: drawn };
  const projection = geoMercator().fitWidth(width - 2 * margin, area);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(area);
  const height = Math.ceil(bottom - top + 2 * margin);
  const [x, y] = projection.translate();
  projection.translate([x - left + margin, y - top + margin]).clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  return {
    width,
    height,
    shapes: drawn.map((shape) => {
      const [centerX, centerY] = path.centroid(shape);
      const [[from], [to]] = path.bounds(shape);
      return {
        slug: String(shape.id),
        path: path(shape) ?? '',
        center: [round(centerX), round(centerY)],
        width: round(to - from),
      };
    }),
    around: [...around.features, ...places.features.filter((place) => !drawn.includes(place))]
      .map((shape) => path(shape) ?? '')
      .join(''),
    pointOf(longitude, latitude) {
      const [pointX, pointY] = projection([longitude, latitude]) ?? [-1, -1];
      const isInside = pointX >= 0 && pointY >= 0 && pointX <= width && pointY <= height;
      return isInside ? [round(pointX), round(pointY)] : null;
    },
    kmPerUnit: kmPerUnit(projection.invert?.([width / 2, height / 2]) ?? [0, 0], projection.scale()),
  };
}

/** Mercator draws a degree the larger the further from the equator. */
const kmPerUnit = ([, latitude]: readonly [number, number], scale: number) =>
  (earthKm * Math.cos((latitude * Math.PI) / 180)) / scale;

const round = (value: number) => Math.round(value * 10) / 10;

let kept: { readonly places: Areas; readonly around: Areas } | null = null;

function readShapes(): { readonly places: Areas; readonly around: Areas } {
  if (kept) return kept;
  const file = env.CORNERSTONE_BOUNDARIES;
  // The shape of the file is said in server/boundaries/README.md.
  const topology = (file ? JSON.parse(readFileSync(file, 'utf8')) : starterShapes) as unknown as Shapes;
  const areas = (object: GeometryCollection) => feature(topology, object) as Areas; // areas, by the same README
  kept = { places: areas(topology.objects.places), around: areas(topology.objects.around) };
  return kept;
}
