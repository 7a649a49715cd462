import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** One row of a table of the starter facts. An empty cell is null: not known. */
export interface SeedRow {
  readonly file: string;
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly text: (column: string) => string | null;
  readonly required: (column: string) => string;
  readonly figure: (column: string) => number | null;
  /** Cells that hold several values, divided by `|`. */
  readonly list: (column: string) => readonly string[];
}

/** @param path below `prisma/seed`, such as `facts/places.csv` */
export function readSeedFile(path: string): readonly SeedRow[] {
  const csv = readFileSync(fileURLToPath(new URL(path, import.meta.url)));
  const rows = parse(csv, { columns: true }) as Record<string, string>[]; // `columns` makes an object of each row
  return rows.map((cells, index) => seedRow(path, index + 2, cells));
}

function seedRow(file: string, number: number, cells: Readonly<Record<string, string>>): SeedRow {
  const where = `${file}, row ${number}`;
  const text = (column: string): string | null => {
    const cell = cells[column];
    if (cell === undefined) throw new Error(`${where}: there is no column ${column}`);
    return cell === '' ? null : cell;
  };
  const required = (column: string): string => {
    const found = text(column);
    if (found === null) throw new Error(`${where}: ${column} is empty`);
    return found;
  };
  const figure = (column: string): number | null => {
    const found = text(column);
    if (found === null) return null;
    if (!Number.isFinite(Number(found))) throw new Error(`${where}: ${column} is no number: ${found}`);
    return Number(found);
  };
  return { file, number, text, required, figure, list: (column) => text(column)?.split('|') ?? [] };
}
