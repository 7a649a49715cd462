import { accept, refuse, type Result } from '../result';
import { cellText, type FileCell } from './cell';
import type { ReadingCode } from './finding';

/** How a publisher names a record in its own books: a number is unique only within the books it stands in. */
export interface OwnIdentifier {
  readonly scheme: string;
  readonly identifier: string;
}

const longest = 200;

/** In one Unicode form and without outer or doubled spaces; upper and lower case stay apart, as they are in registers. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Null where the row gives none. `fileScheme` is what the person said of the whole file. */
export function readOwnIdentifier(
  identifier: FileCell | undefined,
  scheme: FileCell | undefined,
  fileScheme: string | null,
): Result<OwnIdentifier | null, ReadingCode> {
  const [own, books] = [tidy(cellText(identifier)), tidy(cellText(scheme)) || tidy(fileScheme ?? '')];
  if (!own) return accept(null);
  if (!books) return refuse('identifier-without-scheme');
  return own.length > longest || books.length > longest
    ? refuse('not-an-identifier')
    : accept({ scheme: books, identifier: own });
}

/** One text for a pair, to look it up by: a line end stands in neither. */
export const keyOfOwnIdentifier = ({ scheme, identifier }: OwnIdentifier): string => `${scheme}\n${identifier}`;
