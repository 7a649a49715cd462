import { pastNames } from '../past';

/** Where an address of the service stands in an archive: a file below its folder, or why it is not there. */
export type ArchivedAddress =
  | { readonly kind: 'page' | 'file' | 'asset'; readonly path: string }
  /** The file without its filter is there in its place. */
  | { readonly kind: 'whole-file'; readonly path: string }
  | { readonly kind: 'left-out'; readonly because: LeftOut };

/** `service`: signing in and what belongs to it. The others can be worked out from what the archive has. */
export type LeftOut = 'service' | 'other-day' | 'comparison' | 'filter';

const signedIn = new Set(['workspace', 'sign-in', 'set-up', 'password']);
/** Small files of the program itself that the pages name. */
const describedApi = /^\/api\/v\d+\/openapi\.json$/;
/** What only orders or picks among the same rows, or asks for words: there are as many as anybody can think of. */
const choices = new Set(['sort', 'order', 'claims', 'q', 'from', 'to', 'version', 'cursor', 'limit']);
/** Its query only says of which build it is. */
const ofTheProgram = /\.(?:svg|png|ico|webmanifest)$/;
const plain = /^[A-Za-z0-9_.-]{1,80}$/;

/**
 * Pages are there without a filter or with one, on every page of their lists; files are there whole. Decided from the address
 * alone, so that a link can be written before what it leads to is.
 */
export function archivedAddress(address: string): ArchivedAddress {
  const [withoutHash = ''] = address.split('#');
  const [pathname = '/', asked = ''] = withoutHash.split('?', 2);
  const parts = pathname.split('/').filter(Boolean);
  const [first = '', second = ''] = parts;

  if (first === '_next') return { kind: 'asset', path: ['assets', ...parts.slice(2)].join('/') };
  if (signedIn.has(first) || signedIn.has(second) || first === 'health') return leftOut('service');
  if (first === 'api') return describedApi.test(pathname) && !asked ? file(parts) : leftOut('service');
  if (parts.some((part) => !plain.test(part) || part === '.' || part === '..')) return leftOut('filter');
  if (parts.length === 0) return { kind: 'page', path: 'index.html' };
  if (second === 'history' && parts.at(-1) === 'compare') return leftOut('comparison');

  const query = [...new URLSearchParams(asked)].filter(([, value]) => value !== '');
  if (query.some(([name]) => pastNames.some((each) => each === name))) return leftOut('other-day');
  if (first === 'evidence') return file(parts);
  if (/\.[a-z0-9]+$/i.test(pathname)) {
    if (query.length === 0 || ofTheProgram.test(pathname)) return file(parts);
    return { kind: 'whole-file', path: parts.join('/') };
  }

  const filters = query.filter(([name]) => name !== 'page');
  if (filters.length > 1 || filters.some(([name]) => choices.has(name))) return leftOut('filter');
  if (query.some(([name, value]) => !plain.test(name) || !plain.test(value))) return leftOut('filter');
  const suffix = query
    .map(([name, value]) => `~${name}=${value}`)
    .sort()
    .join('');
  const page = parts.length === 1 ? [...parts, 'index'] : parts;
  return { kind: 'page', path: `${page.join('/')}${suffix}.html` };
}

const file = (parts: readonly string[]): ArchivedAddress => ({ kind: 'file', path: parts.join('/') });
const leftOut = (because: LeftOut): ArchivedAddress => ({ kind: 'left-out', because });

/** A link from one file of the archive to another, which works from a disk as well as from any host. */
export function linkBetween(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  const link = [...here.slice(common).map(() => '..'), ...there.slice(common)];
  return link.map(encodeURIComponent).join('/').replaceAll('%3D', '=').replaceAll('%40', '@');
}
