import 'server-only';
import * as z from 'zod';
import { type Conventions, type ConventionsFound, withAnswers } from '@/domain/import/conventions';
import { isDelimiter, isEncoding } from '@/domain/import/file-questions';
import type { FileRefused } from '@/domain/import/file-refused';
import type { FindingGroup } from '@/domain/import/group-findings';
import type { Mapping } from '@/domain/import/mapping';
import { isRecordTable, type RecordTable } from '@/domain/import/targets';
import { tableNames } from '@/domain/export/tables';
import type { ImportRun } from '@/prisma/generated/client/client';

/** Answers to what had to be asked before the file could be read as a table. */
export const fileAnswersSchema = z.object({
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  headerRow: z.number().int().positive().optional(),
});
export type FileAnswers = z.infer<typeof fileAnswersSchema>;

/** Answers to how the file writes numbers and dates. */
export const answersSchema = z.object({
  decimal: z.string().optional(),
  dayOrder: z.string().optional(),
  serialDays: z.string().optional(),
});
export type Answers = z.infer<typeof answersSchema>;

/** A run with the JSON that its columns hold, as it was written here. */
export interface OpenRun
  extends Omit<
    ImportRun,
    'tableName' | 'fileAnswers' | 'mapping' | 'answers' | 'found' | 'conventions' | 'refusal' | 'groups' | 'leftOut'
  > {
  readonly table: RecordTable | null;
  readonly fileAnswers: FileAnswers;
  readonly mapping: Mapping | null;
  readonly answers: Answers;
  readonly found: ConventionsFound | null;
  readonly conventions: Conventions | null;
  readonly refusal: FileRefused | null;
  readonly groups: readonly FindingGroup[];
  readonly leftOut: Readonly<Record<string, number>>;
}

export function openRun({ tableName, ...run }: ImportRun): OpenRun {
  return {
    ...run,
    table: tableOf(tableName),
    fileAnswers: fileAnswersSchema.parse(run.fileAnswers),
    answers: answersSchema.parse(run.answers),
    mapping: run.mapping as Mapping | null, // what follows was written by the commands beside this file
    found: run.found as ConventionsFound | null,
    conventions: run.conventions as Conventions | null,
    refusal: run.refusal as FileRefused | null,
    groups: run.groups as unknown as readonly FindingGroup[],
    leftOut: run.leftOut as Readonly<Record<string, number>>,
  };
}

export function tableOf(name: string | null): RecordTable | null {
  const known = tableNames.find((each) => each === name);
  return known && isRecordTable(known) ? known : null;
}

/** How the file is opened, as far as was answered. */
export const openOptionsOf = ({ encoding = '', delimiter = '', sheet }: FileAnswers) => ({
  encoding: isEncoding(encoding) ? encoding : null,
  delimiter: isDelimiter(delimiter) ? delimiter : null,
  sheet: sheet ?? null,
});

/** How numbers and dates are read; null while a question is open. */
export const conventionsOf = (found: ConventionsFound, answers: Answers): Conventions | null =>
  withAnswers(found, answers);
