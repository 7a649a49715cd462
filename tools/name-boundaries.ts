import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mergeArcs } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

type Shape =
  | Polygon<{ readonly ne?: number; readonly a3?: string }>
  | MultiPolygon<{ readonly ne?: number; readonly a3?: string }>;
type Source = Topology<{ districts: GeometryCollection; countries: GeometryCollection }>;

/**
 * Gives the shapes of a Natural Earth topology the identifiers of our places and writes server/boundaries/districts.topo.json:
 * node bin/run-ts tools/name-boundaries.ts <natural-earth.topo.json>. Features are told by their `ne_id`: names and ISO codes repeat
 * and err in the source, and a district is what an editor says a place lies in, never what a shape contains.
 */
const placeOf: Readonly<Record<number, string>> = {
  1159312139: 'aghdam-district',
  1159312265: 'fuzuli-district',
  1159312147: 'khojaly-district',
  1159309397: 'khojavend-district',
  1159312143: 'shusha-district',
  1159317285: 'shusha-district',
  1159312145: 'tartar-district',
  1159312225: 'goygol-district',
  1159312253: 'barda-district',
  1159312141: 'jabrayil-district',
  1159312137: 'kalbajar-district',
  1159309401: 'gubadli-district',
  1159309399: 'lachin-district',
  1159312151: 'zangilan-district',
  1159315903: 'khankendi',
};

const [from = ''] = process.argv.slice(2);
const source = JSON.parse(readFileSync(from, 'utf8')) as Source; // Natural Earth, as a topology of districts and countries
const districts = source.objects.districts.geometries as readonly Shape[];
const slugs = [...new Set(Object.values(placeOf))];
const ofSlug = (slug: string) => districts.filter(({ properties }) => placeOf[properties?.ne ?? 0] === slug);
const unnamed = districts.filter(({ properties }) => !placeOf[properties?.ne ?? 0]);
const topology = {
  ...source,
  objects: {
    places: {
      type: 'GeometryCollection',
      geometries: slugs.map((slug) => ({ ...mergeArcs(source, [...ofSlug(slug)]), id: slug })),
    },
    around: {
      type: 'GeometryCollection',
      geometries: [mergeArcs(source, [...unnamed]), ...source.objects.countries.geometries].map((shape) => ({
        ...shape,
        properties: {},
      })),
    },
  },
};
writeFileSync(
  fileURLToPath(new URL('../server/boundaries/districts.topo.json', import.meta.url)),
  `${JSON.stringify(topology)}\n`,
);
