import 'server-only';
import { cellText } from '@/domain/import/cell';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import { findLayout, leftOutBecause } from '@/domain/import/layout';
import { guessMapping, type MappingGuess } from '@/domain/import/mapping';
import { accept, refuse, type Result } from '@/domain/result';
import { firstRows } from './first-rows';
import { fileOfRun, isFileThere } from './import-files';
import { openOptionsOf, type OpenRun } from './import-run';
import { openSheet } from './read/open-file';

export interface SheetColumns {
  readonly headerRow: number;
  readonly guess: MappingGuess;
  /** What stands in the first rows of each column. */
  readonly samples: readonly (readonly string[])[];
}

const shownSamples = 3;

/** The columns of a file, with what each is taken for; what was chosen before for the layout goes before what is recognised. */
export async function guessColumns(
  run: OpenRun,
  remembered: Readonly<Record<string, string | null>> | null,
): Promise<Result<SheetColumns, FileRefused>> {
  const { table } = run;
  if (!table) throw new Error(`Import run ${run.id} has no table yet`);
  if (!(await isFileThere(run.id))) return refuse(fileRefused('gone'));
  const opened = await openSheet(await fileOfRun(run.id), run.fileName, openOptionsOf(run.fileAnswers));
  if (!opened.ok) return opened;
  const rows = await firstRows(opened.value);
  const layout = findLayout(table, rows, run.fileAnswers.headerRow ?? null);
  if (layout.headerRow === null) return refuse(fileRefused('no-header'));
  const { headers, tags, headerRow } = layout;
  const guess = guessMapping(table, { headers, tags, remembered });
  const data = rows.filter((row) => leftOutBecause(layout, guess.mapping, row) === null);
  return accept({
    headerRow,
    guess,
    samples: headers.map((_, at) =>
      data
        .map(({ cells }) => cellText(cells[at]).slice(0, 60))
        .filter((text) => text.trim() !== '')
        .slice(0, shownSamples),
    ),
  });
}
