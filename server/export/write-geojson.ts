import 'server-only';
import { Readable } from 'node:stream';
import type { FileAbout } from '@/domain/export/about';
import { featureOf, type Point } from '@/domain/export/feature';
import type { Whereabouts } from '@/domain/export/formats';
import { readRows } from './read-rows';

/** A FeatureCollection: a feature a row, in the order of the other files; what is not located has no geometry. */
export function writeGeoJson(
  lines: Readable,
  about: FileAbout,
  where: Whereabouts,
  points: ReadonlyMap<string, Point>,
): Readable {
  return Readable.from(collectionOf(lines, about, where, points), { objectMode: false });
}

async function* collectionOf(
  lines: Readable,
  about: FileAbout,
  where: Whereabouts,
  points: ReadonlyMap<string, Point>,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","metadata":${JSON.stringify(about)},\n"features":[`;
  let rows = 0;
  for await (const batch of readRows(lines)) {
    const features = batch.map((row) => JSON.stringify(featureOf(row, where, points)));
    yield (rows === 0 ? '\n' : ',\n') + features.join(',\n');
    rows += batch.length;
  }
  yield `\n],"rowCount":${rows}}\n`;
}
