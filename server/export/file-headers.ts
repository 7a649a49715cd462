import 'server-only';
import type { FileAbout } from '@/domain/export/about';
import { fileName } from '@/domain/export/file-name';
import { type Format, mediaTypes } from '@/domain/export/formats';
import { today } from '../clock';

/** What stands with a file and not in it: how it was filtered, of which day it is, how it may be used and is cited. */
export function fileHeaders(about: FileAbout, format: Format, hasTags = false): Record<string, string> {
  return {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${nameOf(about, hasTags ? `hxl.${format}` : format)}"`,
    link: linksOf(about, format, hasTags),
    'cornerstone-filter': inHeader(about.filterInWords),
    'cornerstone-as-of': about.asOf ?? 'now',
    'cornerstone-until': about.until ?? 'now',
    'cornerstone-citation': inHeader(about.citation),
    'cache-control': 'public, s-maxage=2',
    'x-accel-buffering': 'no',
  };
}

export const nameOf = ({ table, filter, asOf, until }: FileAbout, ending: string) =>
  fileName(table, { ...filter, ...(asOf && { 'as-of': asOf }), ...(until && { until }) }, today(), ending);

function linksOf({ addresses, licence, definitions }: FileAbout, format: Format, hasTags: boolean): string {
  const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');
  const csv = pathOf(addresses.csv ?? '');
  const columns = csv.replace('.csv', '.csv-metadata.json');
  return [
    `<${pathOf(licence.address)}>; rel="license"`,
    `<${pathOf(definitions)}>; rel="describedby"; type="text/html"`,
    `<${pathOf(addresses.metadata ?? '')}>; rel="describedby"; type="application/json"`,
    // As CSV on the Web finds the description of a table, which knows no row of tags.
    ...(format === 'csv' && !hasTags ? [`<${columns}>; rel="describedby"; type="application/csvm+json"`] : []),
    ...Object.entries(addresses)
      .filter(([other]) => other !== format && other in mediaTypes)
      .map(
        ([other, address]) =>
          `<${pathOf(address)}>; rel="alternate"; type="${mediaTypes[other as Format].split(';')[0]}"`,
      ), // a key of the media types
  ].join(', ');
}

/** Headers hold ASCII; what is not is escaped as in an address. */
const inHeader = (text: string) => text.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
