/** What the reader of a workbook's part is told, in the order of the text. Names come without their prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

export interface XmlScanner {
  readonly push: (piece: string) => void;
  /** @throws {MalformedXml} when the text ends inside a tag or an element. */
  readonly end: () => void;
}

export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

/** A tag or comment longer than this is none that a spreadsheet writes. */
const longestTag = 1024 * 1024;

/**
 * Reads XML piece by piece, holding no more than an unfinished tag. Only what workbooks use: elements, text, CDATA, and the five
 * entities and numbers; a document type is refused, so that nothing in a file is ever expanded.
 */
export function scanXml({ open, close, text }: XmlEvents): XmlScanner {
  let rest = '';
  let depth = 0;

  const scan = (all: string, isEnd: boolean): string => {
    let at = 0;
    for (;;) {
      const tag = all.indexOf('<', at);
      if (tag === -1) return finishText(all, at, isEnd);
      if (tag > at) text(decoded(all.slice(at, tag)));
      const end = endOfTag(all, tag);
      if (end === -1) {
        if (isEnd || all.length - tag > longestTag) throw new MalformedXml('a tag does not end');
        return all.slice(tag);
      }
      at = end;
      readTag(all.slice(tag, end));
    }
  };

  /** Text may go on in the next piece; what might be the beginning of an entity waits for its end. */
  const finishText = (all: string, at: number, isEnd: boolean): string => {
    const ampersand = all.lastIndexOf('&');
    const cut =
      !isEnd && ampersand >= at && all.indexOf(';', ampersand) === -1 && all.length - ampersand < 12
        ? ampersand
        : all.length;
    if (cut > at) text(decoded(all.slice(at, cut)));
    return all.slice(cut);
  };

  const readTag = (tag: string): void => {
    if (tag.startsWith('<!--') || tag.startsWith('<?')) return;
    if (tag.startsWith('<![CDATA[')) return text(tag.slice(9, -3));
    if (tag.startsWith('<!')) throw new MalformedXml('a document type');
    const name = /^<\/?(?:[^\s:/>]+:)?([^\s:/>]+)/.exec(tag)?.[1];
    if (!name) throw new MalformedXml('a tag without a name');
    if (tag.startsWith('</')) {
      depth -= 1;
      if (depth < 0) throw new MalformedXml('an end without a beginning');
      return close(name);
    }
    const isEmpty = tag.endsWith('/>');
    open(name, () => attributesOf(tag));
    if (isEmpty) return close(name);
    depth += 1;
  };

  return {
    push: (piece) => {
      rest = scan(rest + piece, false);
    },
    end: () => {
      rest = scan(rest, true);
      if (depth !== 0) throw new MalformedXml('an element does not end');
    },
  };
}

/** Where a tag ends: `>` outside quotes; comments and CDATA have their own ends. */
function endOfTag(text: string, from: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (text.startsWith(start, from)) return after(text, end, from + start.length);
    if (start.startsWith(text.slice(from, from + start.length))) return -1;
  }
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('>', at);
    if (end === -1) return -1;
    const quote = /["']/.exec(text.slice(at, end));
    if (!quote) return end + 1;
    const closing = text.indexOf(quote[0], at + quote.index + 1);
    if (closing === -1) return -1;
    at = closing + 1;
  }
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(/\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = decoded(double ?? single ?? '');
  }
  return attributes;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
