import type { IsoDate } from '../calendar';
import type { TableName } from './tables';

/** What a file is, beside its rows: how it was filtered, of which day it is, how it may be used and is cited. */
export interface FileAbout {
  readonly table: TableName;
  readonly title: string;
  /** What a row is. */
  readonly description: string;
  /** The filter as the address has it, and in words. */
  readonly filter: Readonly<Record<string, string>>;
  readonly filterInWords: string;
  /** What the record said at the end of this day; null is now. */
  readonly asOf: IsoDate | null;
  /** What had happened by this day; null is now. */
  readonly until: IsoDate | null;
  /** Today in the record, or the past day asked for. */
  readonly day: IsoDate;
  readonly made: string;
  readonly language: 'en';
  readonly licence: { readonly title: string; readonly address: string };
  readonly citation: string;
  /** The address of the rows, without an ending. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly definitions: string;
}
