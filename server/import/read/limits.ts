/** What one file may ask of the service, with its reason. Larger files are refused with a sentence, and nothing is stored. */
export const readingLimits = {
  /** Characters of one row: geometry may be long, a million-character row is no row of a table. */
  rowCharacters: 4 * 1024 * 1024,
  /** The widest table has about a hundred columns. */
  columns: 2_000,
  /** Parts of a workbook: sheets, pictures, styles. */
  parts: 5_000,
  /** Bytes that the parts which are read may unpack to; a million rows of thirty cells are about one GiB. */
  unpackedBytes: 3 * 1024 ** 3,
  /** Of the parts that say how a workbook is made: its sheets, its styles. */
  smallPartBytes: 64 * 1024 * 1024,
  /** Texts of a workbook are all held while it is read, as rows name them by number. */
  textCharacters: 96 * 1024 * 1024,
  texts: 3_000_000,
  /** XML packs to a tenth or a fiftieth; a bomb to a thousandth. */
  unpackingRatio: 250,
  /** Small parts may pack better. */
  ratioFromBytes: 4 * 1024 * 1024,
} as const;

export type ReadingLimits = { readonly [Name in keyof typeof readingLimits]: number };
