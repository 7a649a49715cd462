/** Why a file is not read. Each has a sentence in `messages/` (`import.reading.refused.<reason>`) that says what to do. */
export const fileRefusals = [
  'empty',
  'old-excel',
  'encrypted',
  'open-document',
  'macros',
  'other-format',
  'wrong-extension',
  'nul-bytes',
  'damaged',
  'cut-short',
  'unclosed-quote',
  'unpacks-too-large',
  'too-many-parts',
  'too-many-texts',
  'row-too-long',
  'too-many-columns',
  'no-such-sheet',
  'no-sheet',
  'no-header',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A file that cannot be read as a table at all. Nothing of it is stored. */
export interface FileRefused {
  readonly kind: 'file-refused';
  readonly because: FileRefusal;
  /** What was found, and the most there may be, where the sentence says so. */
  readonly found: string;
  readonly most: string;
  /** Where reading stopped, where it is known. */
  readonly rowNumber: number | null;
}

export const fileRefused = (
  because: FileRefusal,
  {
    found = '',
    most = '',
    rowNumber = null,
  }: { found?: string | number; most?: string | number; rowNumber?: number | null } = {},
): FileRefused => ({ kind: 'file-refused', because, found: String(found), most: String(most), rowNumber });
