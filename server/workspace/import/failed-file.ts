import 'server-only';
import { disarm } from '@/domain/export/guard';
import { cellText, type FileCell } from '@/domain/import/cell';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import type { RowFinding } from '@/domain/import/finding';
import { findLayout } from '@/domain/import/layout';
import { accept, refuse, type Result } from '@/domain/result';
import { firstRows } from '../../import/first-rows';
import { fileOfRun, isFileThere } from '../../import/import-files';
import { openOptionsOf, type OpenRun } from '../../import/import-run';
import { openSheet } from '../../import/read/open-file';
import { failedRows } from './read-rows';

/**
 * The rows of a file that fail, as a CSV of the same columns and one more with the reasons. Cells of a CSV stand there as they
 * came; those of a workbook as text that no spreadsheet runs.
 */
export async function failedFile(
  run: OpenRun,
  reasonsHeader: string,
  sentence: (finding: RowFinding) => string,
): Promise<Result<AsyncGenerator<Buffer>, FileRefused>> {
  const { table } = run;
  if (!table || !(await isFileThere(run.id))) return refuse(fileRefused('gone'));
  const opened = await openSheet(await fileOfRun(run.id), run.fileName, openOptionsOf(run.fileAnswers));
  if (!opened.ok) return opened;
  const { format, rows } = opened.value;
  const { headers } = findLayout(table, await firstRows(opened.value), run.fileAnswers.headerRow ?? null);
  const safe = (text: string) => (format === 'csv' ? text : disarm(text));
  const textOf = (cell: FileCell | undefined) => safe(cellText(cell));

  async function* lines(): AsyncGenerator<Buffer> {
    // The mark by which spreadsheets know UTF-8.
    yield line(['\ufeff'.concat(safe(headers[0] ?? '')), ...headers.slice(1).map(safe), reasonsHeader]);
    const wanted = failedRows(run);
    let next = await wanted.next();
    for await (const { rowNumber, cells } of rows()) {
      if (next.done) return;
      if (rowNumber !== next.value.number) continue;
      const reasons = next.value.findings.filter(({ severity }) => severity === 'error').map(sentence);
      yield line([...headers.map((_, at) => textOf(cells[at])), reasons.join(' ')]);
      next = await wanted.next();
    }
  }
  return accept(lines());
}

const line = (cells: readonly string[]): Buffer => Buffer.from(`${cells.map(quoted).join(',')}\r\n`, 'utf8');

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell.replace(/^\ufeff/, '')) ? `"${cell.replaceAll('"', '""')}"` : cell;
