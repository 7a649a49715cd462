/** What a page of ours is made of, piece by piece, each as it was written. */
export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly isClosed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'raw'; readonly text: string };

export type Attributes = ReadonlyMap<string, string | null>;

/** What stands in these is not read as elements. */
const unread = new Set(['script', 'style', 'textarea', 'title']);

/** Reads the HTML that React writes: well-formed, its attributes quoted. Comments are left out. */
export function* piecesOf(html: string): Generator<Piece> {
  const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
  let at = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    if (found.index > at) yield { kind: 'raw', text: html.slice(at, found.index) };
    at = tag.lastIndex;
    const [, slash, tagName, rest = ''] = found;
    if (tagName === undefined) continue;
    const name = tagName.toLowerCase();
    if (slash) {
      yield { kind: 'close', name };
      continue;
    }
    yield { kind: 'open', name, attributes: attributesIn(rest), isClosed: rest.endsWith('/') };
    if (!unread.has(name) || rest.endsWith('/')) continue;
    const end = html.indexOf(`</${tagName}`, at);
    const until = end === -1 ? html.length : end;
    if (until > at) yield { kind: 'raw', text: html.slice(at, until) };
    at = until;
    tag.lastIndex = until;
  }
  if (at < html.length) yield { kind: 'raw', text: html.slice(at) };
}

function attributesIn(text: string): Attributes {
  const attributes = new Map<string, string | null>();
  for (const [, name = '', doubled, single] of text.matchAll(/([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)) {
    attributes.set(name, doubled ?? single ?? null);
  }
  return attributes;
}

export function written(piece: Piece): string {
  if (piece.kind === 'raw') return piece.text;
  if (piece.kind === 'close') return `</${piece.name}>`;
  const attributes = [...piece.attributes].map(([name, value]) =>
    value === null ? ` ${name}` : ` ${name}="${value}"`,
  );
  return `<${piece.name}${attributes.join('')}${piece.isClosed ? '/' : ''}>`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
