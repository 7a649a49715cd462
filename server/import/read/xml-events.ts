/** What the reader of a workbook's part is told, in the order of the text. Names come without their prefix. */
export interface XmlEvents {
  readonly open: (name: string, tag: XmlTag) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The beginning of an element: its attributes are read when they are asked for, as most are not. */
export interface XmlTag {
  /** Null where the tag has none of that name. */
  readonly attribute: (name: string) => string | null;
  readonly attributes: () => Readonly<Record<string, string>>;
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
  // One for all tags, which are read while they are told of: a sheet has millions.
  let current = '';
  const opened: XmlTag = {
    attribute: (wanted) => attributeIn(current, wanted),
    attributes: () => attributesIn(current),
  };

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
    const second = tag.charCodeAt(1);
    if (second === questionMark) return;
    if (second === exclamationMark) return readSpecial(tag);
    const isEnd = second === slash;
    const name = nameIn(tag, isEnd ? 2 : 1);
    if (!name) throw new MalformedXml('a tag without a name');
    if (isEnd) {
      depth -= 1;
      if (depth < 0) throw new MalformedXml('an end without a beginning');
      return close(name);
    }
    current = tag;
    open(name, opened);
    if (tag.charCodeAt(tag.length - 2) === slash) return close(name);
    depth += 1;
  };

  const readSpecial = (tag: string): void => {
    if (tag.startsWith('<!--')) return;
    if (!tag.startsWith('<![CDATA[')) throw new MalformedXml('a document type');
    text(tag.slice(9, -3));
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

const [exclamationMark, doubleQuote, singleQuote, slash] = [0x21, 0x22, 0x27, 0x2f];
const [colon, greaterThan, questionMark] = [0x3a, 0x3e, 0x3f];

/** Where a tag ends: `>` outside quotes; comments and CDATA have their own ends. A sheet has millions: no expressions here. */
function endOfTag(text: string, from: number): number {
  if (from + 1 >= text.length) return -1;
  if (text.charCodeAt(from + 1) === exclamationMark) return endOfSpecial(text, from);
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === greaterThan) return at + 1;
    if (code !== doubleQuote && code !== singleQuote) continue;
    at = text.indexOf(code === doubleQuote ? '"' : "'", at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

function endOfSpecial(text: string, from: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (text.startsWith(start, from)) return after(text, end, from + start.length);
    if (start.startsWith(text.slice(from, from + start.length))) return -1;
  }
  return after(text, '>', from);
}

/** `<x:row r="1">` → `row`. */
function nameIn(tag: string, from: number): string {
  let start = from;
  let at = from;
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at);
    if (code <= 0x20 || code === slash || code === greaterThan) break;
    if (code === colon) start = at + 1;
  }
  return tag.slice(start, at);
}

/** As programs write it, ` name="value"`; in any other writing by the slower way. */
function attributeIn(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`);
  if (start !== -1) {
    const from = start + name.length + 3;
    return decoded(tag.slice(from, tag.indexOf('"', from)));
  }
  return tag.includes(name) ? (attributesIn(tag)[name] ?? null) : null;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

function attributesIn(tag: string): Readonly<Record<string, string>> {
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
