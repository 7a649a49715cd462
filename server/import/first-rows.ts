import 'server-only';
import type { SheetRow } from '@/domain/import/cell';
import { headerSearchRows } from '@/domain/import/layout';
import type { OpenedSheet } from './read/open-file';

/** As many rows as a header is looked for in. */
export async function firstRows(sheet: OpenedSheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length >= headerSearchRows) break;
  }
  return rows;
}
