/** How the text of a file may be written down. UTF-8 and UTF-16 prove themselves; the other two look alike and are asked. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1254'] as const;
export type Encoding = (typeof encodings)[number];
export const isEncoding = (text: string): text is Encoding => encodings.some((each) => each === text);

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];
export const isDelimiter = (text: string): text is Delimiter => delimiters.some((each) => each === text);

/** What a person is asked before a file can be read, with what each answer would make of it. */
export interface FileQuestion {
  readonly about: 'encoding' | 'delimiter' | 'sheet';
  readonly options: readonly FileOption[];
}

export interface FileOption {
  readonly value: string;
  /** A few lines or cells as they would then read; empty for a sheet, whose name says enough. */
  readonly sample: readonly string[];
}
