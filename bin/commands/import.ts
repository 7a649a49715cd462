import { parseArgs } from 'node:util';
import { tableNames } from '@/domain/export/tables';
import { isRecordTable } from '@/domain/import/targets';
import { reasonKindsOf } from '@/domain/submission/reasons';
import type { ImportOptions } from '../import-file';
import { type Command, say, WrongUsage } from '../command';
import { withDatabase } from '../database';

const tables = tableNames.filter(isRecordTable);

export const importFile: Command = {
  summary: 'Propose what a CSV or XLSX file says as one submission, or show what it would do.',
  help: `Usage: cornerstone import <file> --table T --as E-MAIL --reason WORDS [--from WORDS] [...]
       cornerstone import <file> --table T --as E-MAIL --dry-run [...]

Compares every row with what is published, prints what it would do and what is wrong with it, and hands the rows that hold in
for review as one submission of the person named: within their limits, and approved by somebody else. Works while the
service runs and while it does not.

  --table T            ${tables.slice(0, 9).join(', ')},
                       ${tables.slice(9).join(', ')}
  --as E-MAIL          the person in whose name it is proposed
  --reason WORDS       why, as everyone reads it beside each change
  --from WORDS         where the file comes from
  --title WORDS        title of the submission; without it the table and the file
  --reason-kind K      correction_of_error (without it), source_changed, new_report, definition_changed
  --answer WORDS       why rows with warnings are right as they are; needed where there are any
  --duplicates D       make or leave-out: what becomes of rows that look like records which are there already
  --dry-run            only show; nothing is proposed
  --only-whole         propose nothing when any row fails
  --map FILE           JSON: by name of the file's column, the name of ours, or null to leave it out
  --encoding E         utf-8, utf-16le, utf-16be, windows-1251, windows-1254; where the file does not say
  --delimiter D        what stands between the cells, where the file does not say
  --sheet NAME         of a workbook
  --header-row N       the row with the names of columns
  --decimal D          , or . before decimals, where the file does not prove it
  --day-order O        day-first, month-first or year-first, where the file does not prove it
  --serial-days S      1900 or 1904: from when plain numbers count days
  --scheme NAME        the books in which the column "identifier" counts

Ends with 0 when it was proposed, or shown without a row that fails; 3 when rows failed (the others were proposed, but with
--only-whole or --dry-run); 4 when nothing in it changes anything; 1 when it was refused, with the reason; 2 for wrong usage.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        as: { type: 'string' },
        reason: { type: 'string' },
        from: { type: 'string' },
        title: { type: 'string' },
        'reason-kind': { type: 'string' },
        answer: { type: 'string' },
        duplicates: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'only-whole': { type: 'boolean', default: false },
        map: { type: 'string' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        sheet: { type: 'string' },
        'header-row': { type: 'string' },
        decimal: { type: 'string' },
        'day-order': { type: 'string' },
        'serial-days': { type: 'string' },
        scheme: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new WrongUsage('Name one file.');
    const table = tables.find((each) => each === values.table);
    if (!table) throw new WrongUsage(`--table is one of ${tables.join(', ')}.`);
    if (!values.as)
      throw new WrongUsage('--as is missing: the e-mail address of the person in whose name it is proposed.');
    const isDryRun = values['dry-run'];
    if (!isDryRun && !values.reason?.trim())
      throw new WrongUsage('--reason is missing: why what is published changes.');
    const duplicates = values.duplicates ?? null;
    if (duplicates !== null && duplicates !== 'make' && duplicates !== 'leave-out')
      throw new WrongUsage('--duplicates is make or leave-out.');
    const reasonKind = reasonKindsOf.change.find((each) => each === (values['reason-kind'] ?? 'correction_of_error'));
    if (!reasonKind) throw new WrongUsage(`--reason-kind is one of ${reasonKindsOf.change.join(', ')}.`);
    const headerRow = values['header-row'] === undefined ? null : Number(values['header-row']);
    if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow > 0))
      throw new WrongUsage('--header-row is the number of a row: 1 or more.');

    const options: ImportOptions = {
      file,
      table,
      email: values.as,
      isDryRun,
      isOnlyWhole: values['only-whole'],
      mapFile: values.map ?? null,
      fileAnswers: {
        ...(values.encoding ? { encoding: values.encoding } : {}),
        ...(values.delimiter ? { delimiter: values.delimiter } : {}),
        ...(values.sheet ? { sheet: values.sheet } : {}),
        ...(headerRow ? { headerRow } : {}),
      },
      answers: {
        ...(values.decimal ? { decimal: values.decimal } : {}),
        ...(values['day-order'] ? { dayOrder: values['day-order'] } : {}),
        ...(values['serial-days'] ? { serialDays: values['serial-days'] } : {}),
      },
      ownScheme: values.scheme ?? null,
      title: values.title ?? null,
      reason: [values.reason, values.from ? `(file: ${values.from})` : ''].filter(Boolean).join(' '),
      reasonKind,
      answer: values.answer ?? null,
      duplicates,
    };
    // Loaded only now: the modules behind it want to know the database.
    process.exitCode = await withDatabase(say, async () => {
      const { db } = await import('@/server/db');
      try {
        return await (await import('../import-file')).bringFile(options);
      } finally {
        await db.$disconnect();
      }
    });
  },
};
