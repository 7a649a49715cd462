import type { SheetName } from './open-file';
import type { ReadingLimits } from './limits';
import { unreadable } from './unreadable';
import { type NumberKind, numberKindOf } from './number-formats';
import { readPart, type ZipParts } from './zip-parts';

export interface SheetPart extends SheetName {
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: '1900' | '1904';
  /** How numbers are shown, by the style that a cell names. */
  readonly numberKinds: readonly NumberKind[];
  readonly textsPart: string | null;
}

/** What a workbook says of itself: its sheets, which days its numbers are, how numbers are shown. */
export async function readWorkbookParts(parts: ZipParts, limits: ReadingLimits): Promise<WorkbookParts> {
  const [book = 'xl/workbook.xml'] = (await relationsOf(parts, '', limits))
    .filter(({ type }) => type === 'officeDocument')
    .map(({ target }) => target);
  if (!parts.names.has(book)) throw unreadable('other-format', { found: 'ZIP' });
  const relations = await relationsOf(parts, book, limits);
  const sheets: SheetPart[] = [];
  let dateSystem: WorkbookParts['dateSystem'] = '1900';
  await readPart(parts, book, limits.smallPartBytes, {
    open: (name, { attributes }) => {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes().date1904 ?? '')) dateSystem = '1904';
      if (name !== 'sheet') return;
      const { name: sheetName = '', state = 'visible', ...others } = attributes();
      const id = Object.entries(others).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
      const relation = relations.find((each) => each.id === id && each.type === 'worksheet');
      if (relation && parts.names.has(relation.target)) {
        if (sheets.length >= limits.parts) throw tooMany(sheets.length + 1, limits);
        sheets.push({ name: sheetName, isHidden: state !== 'visible', part: relation.target });
      }
    },
    close: () => {},
    text: () => {},
  });
  const partOf = (type: string) => {
    const target = relations.find((each) => each.type === type)?.target;
    return target && parts.names.has(target) ? target : null;
  };
  const styles = partOf('styles');
  return {
    sheets,
    dateSystem,
    numberKinds: styles ? await readNumberKinds(parts, styles, limits) : [],
    textsPart: partOf('sharedStrings'),
  };
}

interface Relation {
  readonly id: string;
  /** The last word of its address: `worksheet`, `styles`. */
  readonly type: string;
  readonly target: string;
}

async function relationsOf(parts: ZipParts, of: string, limits: ReadingLimits): Promise<readonly Relation[]> {
  const [folder, file] = [of.slice(0, of.lastIndexOf('/') + 1), of.slice(of.lastIndexOf('/') + 1)];
  const part = `${folder}_rels/${file}.rels`;
  if (!parts.names.has(part)) return [];
  const relations: Relation[] = [];
  await readPart(parts, part, limits.smallPartBytes, {
    open: (name, { attributes }) => {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes();
      if (relations.length >= limits.parts) throw tooMany(relations.length + 1, limits);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: inFolder(folder, target) });
    },
    close: () => {},
    text: () => {},
  });
  return relations;
}

/** Each sheet is looked for among all relations: neither may be endless. */
const tooMany = (found: number, { parts: most }: ReadingLimits) => unreadable('too-many-parts', { found, most });

/** An address outside the workbook may be written in any way; it is of no part, and is not followed. */
function inFolder(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  try {
    return decodeURIComponent(new URL(target, `zip://x/${folder}`).pathname.slice(1));
  } catch {
    return '';
  }
}

async function readNumberKinds(parts: ZipParts, styles: string, limits: ReadingLimits): Promise<readonly NumberKind[]> {
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await readPart(parts, styles, limits.smallPartBytes, {
    open: (name, { attributes }) => {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes();
        formats.set(Number(numFmtId), formatCode);
      }
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) {
        const id = Number(attributes().numFmtId ?? 0);
        kinds.push(numberKindOf(id, formats.get(id) ?? null));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
    text: () => {},
  });
  return kinds;
}

/** The texts that cells name by number. All are held, so there is a limit to them. */
export async function readTexts(parts: ZipParts, part: string, limits: ReadingLimits): Promise<readonly string[]> {
  const texts: string[] = [];
  let characters = 0;
  let isInText = false;
  let isInReading = false;
  let words = '';
  await readPart(parts, part, limits.unpackedBytes, {
    open: (name) => {
      if (name === 'si') words = '';
      if (name === 'rPh') isInReading = true;
      if (name === 't') isInText = !isInReading;
    },
    close: (name) => {
      if (name === 't') isInText = false;
      if (name === 'rPh') isInReading = false;
      if (name !== 'si') return;
      texts.push(unescaped(words));
      characters += words.length;
      if (characters > limits.textCharacters || texts.length > limits.texts) throw unreadable('too-many-texts');
    },
    text: (piece) => {
      if (isInText) words += piece;
      if (words.length > limits.rowCharacters) throw unreadable('row-too-long');
    },
  });
  return texts;
}

/** `_x000D_` is how a workbook writes a character that XML has no other way to write. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
