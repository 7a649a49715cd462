import { readSeedFile } from './seed-row';

/** A contradiction between sources, and how it stands in the record. Records are named as `kind/identifier`. */
export interface Contradiction {
  readonly number: number;
  readonly title: string;
  readonly howItStands: string;
  /** Rival claims: each marked disputed, with a note that names its rival. */
  readonly disputed: readonly string[];
  /** Promises that moved: each a progress report of the day it was made. */
  readonly movedPromises: readonly string[];
  /** What is said in the note of a record alone. */
  readonly noted: readonly string[];
}

export function readContradictions(): readonly Contradiction[] {
  return readSeedFile('facts/contradictions.csv').map((row) => ({
    number: Number(row.required('number')),
    title: row.required('title'),
    howItStands: row.required('how_it_stands'),
    disputed: row.list('disputed'),
    movedPromises: row.list('moved_promises'),
    noted: row.list('noted'),
  }));
}
