import { isApiAddress } from '@/domain/api/routes';

/**
 * What stands behind an address, as far as the front is concerned:
 * - `page`: a public page or small text; the same for everyone, kept until the record changes
 * - `asset`: a file of the build, kept while the service runs
 * - `evidence`: a published photo or document; it never changes under its address
 * - `api`: a question to the API; what anyone may read is kept until the record changes, what is written never
 * - `other`: the workspace, sign-in, files of data; never kept
 */
export type Kind = 'page' | 'asset' | 'evidence' | 'api' | 'other';

const neverKept = new Set(['api', 'data', '_next', 'health']);
const signedIn = new Set(['workspace', 'sign-in', 'set-up', 'password']);
const smallText = new Set(['txt', 'xml', 'atom', 'json', 'ics']);

export function kindOf(pathname: string): Kind {
  if (pathname.startsWith('/_next/static/')) return 'asset';
  if (isApiAddress(pathname)) return 'api';
  const [, first = '', second = ''] = pathname.split('/', 3);
  if (first === 'evidence') return 'evidence';
  if (neverKept.has(first) || signedIn.has(first) || signedIn.has(second)) return 'other';
  const extension = /\.([a-z0-9]+)$/i.exec(pathname)?.[1]?.toLowerCase();
  return extension === undefined || smallText.has(extension) ? 'page' : 'asset';
}

export interface Address {
  readonly pathname: string;
  readonly hasQuery: boolean;
  /** One spelling for every order of the same query, without what others add to links to follow readers. */
  readonly key: string;
}

const longestAddress = 4096;
const followers = /^(utm_\w+|fbclid|gclid|yclid|_rsc)$/;

/** Null for what no link of ours looks like: another form, a broken escape, more than 4,096 characters. */
export function readAddress(url: string | undefined): Address | null {
  if (!url || url.length > longestAddress || !url.startsWith('/') || url.startsWith('//') || url.includes('\\'))
    return null;
  const [pathname = '/', ...rest] = url.split('?');
  if (!isWellFormed(pathname)) return null;
  if (rest.length === 0) return { pathname, hasQuery: false, key: pathname };

  const query = new URLSearchParams(rest.join('?'));
  for (const name of [...query.keys()]) if (followers.test(name)) query.delete(name);
  query.sort();
  const sorted = query.toString();
  return { pathname, hasQuery: true, key: sorted ? `${pathname}?${sorted}` : pathname };
}

function isWellFormed(pathname: string): boolean {
  if (!pathname.includes('%')) return true;
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
