import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createTranslator } from 'use-intl/core';
import * as z from 'zod';
import type { FindingGroup } from '@/domain/import/group-findings';
import type { RecordTable } from '@/domain/import/targets';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import type { ReasonKind } from '@/domain/vocabulary';
import messages from '@/messages/en.json';
import { chooseTable, dropRun, mapColumns } from '@/server/commands/import/change-run';
import { checkRun } from '@/server/commands/import/check-run';
import { proposeRun } from '@/server/commands/import/propose-run';
import { takeInFile } from '@/server/commands/import/take-in-file';
import { readActorByEmail } from '@/server/auth/sessions';
import { db } from '@/server/db';
import { Explained } from '@/server/embedded/explained';
import { env } from '@/server/env';
import { type ArrivedFile, FileTooLarge, keepCopy } from '@/server/import/import-files';
import { type Answers, type FileAnswers, openRun, type OpenRun } from '@/server/import/import-run';
import { guessColumns } from '@/server/import/guess-columns';
import { describeProblem } from './problems';

export interface ImportOptions {
  readonly file: string;
  readonly table: RecordTable;
  readonly email: string;
  readonly isDryRun: boolean;
  readonly isOnlyWhole: boolean;
  readonly mapFile: string | null;
  readonly fileAnswers: FileAnswers;
  readonly answers: Answers;
  readonly ownScheme: string | null;
  readonly title: string | null;
  readonly reason: string;
  readonly reasonKind: ReasonKind;
  readonly answer: string | null;
  readonly duplicates: 'make' | 'leave-out' | null;
}

/** How the command ends; `--help` and docs/operating.md explain each. */
const ends = { well: 0, withFailures: 3, withoutChange: 4 } as const;

/** Does from the command line what the five steps do in the browser. What comes of it is printed; its end is the answer. */
export async function bringFile(options: ImportOptions): Promise<number> {
  const actor = await readActorByEmail(options.email);
  if (!actor) throw new Explained(`Nobody who may sign in has the e-mail address ${options.email}.`);
  const arrived = await copyOf(options.file);
  const { runId } = accepted(await takeInFile(actor, arrived, basename(options.file)));
  const drop = () => dropRun(actor, { runId });
  try {
    accepted(await chooseTable(actor, { runId, table: options.table, fileAnswers: options.fileAnswers }));
    const opened = await runNow(runId);
    if (opened.state === 'uploaded')
      throw new Explained(
        'The file does not say in which alphabet it is, or what stands between its cells. Say so with --encoding or --delimiter.',
      );
    const columns = accepted(await guessColumns(opened, null));
    const chosen = options.mapFile ? readMap(options.mapFile) : {};
    accepted(
      await mapColumns(actor, {
        runId,
        mapping: columns.guess.columns.map(({ header, target }) =>
          Object.hasOwn(chosen, header) ? (chosen[header] ?? null) : target,
        ),
        headers: columns.guess.columns.map(({ header }) => header),
        answers: options.answers,
        ownScheme: options.ownScheme,
      }),
    );
    await checkRun(runId);
    const run = await runNow(runId);
    if (run.state === 'mapping') throw new Explained(openQuestions(run));
    print(run);
    const proposes = run.creates + run.changes;
    if (options.isDryRun || proposes === 0 || (options.isOnlyWhole && run.fails > 0)) {
      accepted(await drop());
      if (run.fails > 0) return ends.withFailures;
      return proposes === 0 ? ends.withoutChange : ends.well;
    }
    const { submissionId } = accepted(
      await proposeRun(actor, {
        runId,
        title: options.title ?? `${messages.files.table[options.table].title}: ${run.fileName}`,
        reason: options.reason,
        reasonKind: options.reasonKind,
        answer: options.answer,
        duplicates: options.duplicates,
      }),
    );
    console.log(`Submitted for review: ${submissionId}`);
    return run.fails > 0 ? ends.withFailures : ends.well;
  } catch (error) {
    await drop();
    throw error;
  }
}

async function copyOf(file: string): Promise<ArrivedFile> {
  const most = env.CORNERSTONE_IMPORT_MAX_MIB;
  try {
    return await keepCopy(file, most * 1024 * 1024);
  } catch (error) {
    if (error instanceof FileTooLarge)
      throw new Explained(`${file} is larger than ${most} MiB, which CORNERSTONE_IMPORT_MAX_MIB allows.`);
    throw new Explained(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const runNow = async (id: string): Promise<OpenRun> => openRun(await db.importRun.findUniqueOrThrow({ where: { id } }));

function accepted<Value>(result: Result<Value, Problem>): Value {
  if (result.ok) return result.value;
  const { problem } = result;
  const lines =
    problem.kind === 'invalid-changes'
      ? problem.changes
          .slice(0, 30)
          .map(({ slug, findings }) => `${slug}: ${findings.map(({ path, code }) => `${path} ${code}`).join(', ')}`)
      : [];
  throw new Explained([describeProblem(problem), ...lines].join('\n'));
}

const mapSchema = z.record(z.string(), z.string().nullable());

function readMap(file: string): Readonly<Record<string, string | null>> {
  try {
    return mapSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Explained(`${file} is not a map of columns: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const translate = createTranslator({ locale: 'en', messages, onError: () => {}, getMessageFallback: ({ key }) => key });

const optionOf: Readonly<Record<string, string>> = {
  decimal: '--decimal',
  dayOrder: '--day-order',
  serialDays: '--serial-days',
};

function openQuestions({ refusal, found }: OpenRun): string {
  if (refusal) return describeProblem(refusal);
  const lines = (found?.questions ?? []).map(({ about, options }) => {
    const answers = options.map(({ value, readings }) => {
      const [reading] = readings;
      return `  ${optionOf[about]} ${value}${reading ? `: "${reading.found}" in row ${reading.rowNumber} is ${reading.readAs}` : ''}`;
    });
    return [translate(`import.reading.question.${about}`), ...answers].join('\n');
  });
  return `The file leaves this open, and nothing is guessed:\n${lines.join('\n')}`;
}

function print({ creates, changes, stays, fails, groups }: OpenRun): void {
  console.log(`${creates} new records, ${changes} changes, ${stays} stay as they are, ${fails} rows fail`);
  for (const group of groups) console.log(lineOf(group));
}

function lineOf(group: FindingGroup): string {
  const [first] = group.examples;
  const words = { found: first?.found ?? '', ...first?.words };
  const key = group.from === 'reading' ? `import.reading.finding.${group.code}` : `finding.${group.code}`;
  const where = group.examples.map(({ rowNumber }) => rowNumber).join(', ');
  const sentence = translate(key as 'finding.required', words); // built from the code, which has its sentence
  return `${group.severity}: ${group.rows} rows, ${group.column ? `column ${group.column}` : 'the row as a whole'}: ${sentence} (row ${where})`;
}
