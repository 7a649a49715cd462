/** What RFC 3986 lets stand in an address as it is. */
const outside = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu;

/**
 * A web address as the standard reads it: RFC 3986, in which letters of other scripts and what browsers let pass are
 * written as bytes. It leads to the same page. Null where it is no address.
 */
export function plainAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return null;
  const rest = `${url.pathname}${url.search}${url.hash && `#${url.hash.slice(1).replaceAll('#', '%23')}`}`;
  const credentials = url.username ? `${url.username}${url.password && `:${url.password}`}@` : '';
  return `${url.protocol}//${encode(credentials)}${url.host}${encode(rest)}`;
}

const encode = (part: string): string =>
  part
    .replace(outside, (letter: string) => encodeURIComponent(letter))
    .replaceAll('[', '%5B')
    .replaceAll(']', '%5D')
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
