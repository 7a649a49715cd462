import { isBlank, type SheetRow } from './cell';
import type { RowFinding } from './finding';
import type { Layout } from './layout';

/**
 * In a text file a row has as many cells as the header. One with fewer was cut, and one with more has a comma inside a cell that
 * is not in quotation marks: its cells stand in the wrong columns. A workbook leaves empty cells out, and may have notes
 * beside the table.
 */
export function widthFindings({ headers }: Layout, { cells }: SheetRow, format: 'csv' | 'xlsx'): readonly RowFinding[] {
  if (format === 'xlsx' || cells.length === headers.length) return [];
  const isWider = cells.slice(headers.length).some((cell) => !isBlank(cell));
  if (cells.length > headers.length && !isWider) return [];
  return [
    {
      code: isWider ? 'too-many-cells' : 'too-few-cells',
      from: 'reading',
      severity: 'error',
      column: null,
      position: null,
      path: '',
      found: '',
      expected: { key: 'row', words: {} },
      words: { count: String(cells.length), most: String(headers.length) },
    },
  ];
}
