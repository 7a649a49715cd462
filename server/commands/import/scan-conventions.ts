import 'server-only';
import { readListCell } from '@/domain/export/list-cell';
import type { FileCell, SheetRow } from '@/domain/import/cell';
import { type ColumnSample, type ConventionEvidence, noteCell } from '@/domain/import/conventions';
import type { Mapping } from '@/domain/import/mapping';
import { type RecordTable, targetsOf } from '@/domain/import/targets';

interface Scanned {
  readonly position: number;
  readonly what: ColumnSample['what'];
  readonly isList: boolean;
}

/** The columns of a file whose cells may be read in more than one way. */
export function scannedColumns(table: RecordTable, mapping: Mapping): readonly Scanned[] {
  const targets = targetsOf(table);
  return mapping.flatMap((header, position): Scanned[] => {
    const target = header === null ? undefined : targets.get(header);
    if (!target?.column || (target.role !== 'value' && target.role !== 'days')) return [];
    const { type } = target.column;
    const isList = target.column.origin === 'field' && target.column.list !== null;
    if (type === 'number' || type === 'whole number') return [{ position, what: 'number', isList }];
    return type === 'date' || type === 'day' ? [{ position, what: 'date', isList }] : [];
  });
}

export function noteRow(
  evidence: ConventionEvidence,
  columns: readonly Scanned[],
  { rowNumber, cells }: SheetRow,
): void {
  for (const { position, what, isList } of columns) {
    for (const cell of isList ? entriesOf(cells[position]) : [cells[position]])
      noteCell(evidence, what, cell, { rowNumber, position });
  }
}

/** The entries of a list stand in one cell. */
const entriesOf = (cell: FileCell | undefined): readonly (FileCell | undefined)[] =>
  typeof cell === 'string' ? readListCell(cell).map((entry) => entry ?? undefined) : [cell];
