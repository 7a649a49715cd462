import 'server-only';
import { Readable } from 'node:stream';
import * as z from 'zod';
import type { ProjectFilter } from '@/domain/filter';
import { packageHead, type PackageHead } from '@/domain/oc4ids/package';
import { standardProject } from '@/domain/oc4ids/project';
import type { Publishing } from '@/domain/oc4ids/publishing';
import type { ToldProject } from '@/domain/oc4ids/told';
import { isPast } from '@/domain/past';
import { readOperator } from '../../operator';
import { goToSql, type PublicRecord } from '../../published/record-at';
import { copyOut } from '../copy-out';
import { inline } from '../inline';
import { readRows } from '../read-rows';
import { publishingIn } from './publishing-in';
import { selectTold, type ToldProjects } from './select-told';
import { toldRow } from './told-row';

export interface PackageAsked {
  /** One project alone, or those of a filter. */
  readonly projects: ToldProjects;
  readonly language: string;
  /** Where the package was asked for, from the root, with its query. */
  readonly path: string;
  /** What was asked for beside the language, by the names of the address. */
  readonly asked: PackageHead['asked'];
}

/**
 * A project package, written one project after another as the database gives them: one snapshot of the record, and never
 * more than one project in memory. Null where no project is left: the standard knows no empty package. A package that was
 * cut off is no JSON, so that it cannot be mistaken for a whole one.
 */
export async function streamPackage(record: PublicRecord, asked: PackageAsked): Promise<Readable | null> {
  const { past } = record;
  const [publishing, publishedAt] = await Promise.all([publishingIn(record, asked.language), readPublishedAt(record)]);
  const sql = inline(selectTold(record, asked.projects, asked.language));
  const lines = await copyOut(sql, { before: isPast(past) ? inline(goToSql(past)) : null, form: 'ndjson' });
  const projects = toldIn(lines);
  // A query that fails is an error and not half a file.
  const first = await projects.next();
  if (first.done) return null;
  const head = packageHead({ operator: readOperator(), path: asked.path, publishedAt, asked: asked.asked }, publishing);
  const file = Readable.from(written(head, first.value, projects, publishing), { objectMode: false });
  // Who goes away before the first byte is read ends the query too.
  file.once('close', () => lines.destroy());
  return file;
}

export const everyProjectOf = (filter: ProjectFilter): ToldProjects => ({ kind: 'filtered', filter });
export const oneProject = (slug: string): ToldProjects => ({ kind: 'one', slug });

async function* toldIn(lines: Readable): AsyncGenerator<ToldProject, undefined> {
  for await (const rows of readRows(lines)) for (const { told } of rows) yield toldRow.parse(told);
}

async function* written(
  head: ReturnType<typeof packageHead>,
  first: ToldProject,
  rest: AsyncGenerator<ToldProject, undefined>,
  publishing: Publishing,
): AsyncGenerator<Buffer> {
  const line = (before: string, project: ToldProject) =>
    Buffer.from(before + JSON.stringify(standardProject(project, publishing)));
  yield line(`${JSON.stringify(head).slice(0, -1)},"projects":[\n`, first);
  for await (const project of rest) yield line(',\n', project);
  yield Buffer.from('\n]}\n');
}

/** When the record was last added to, as far as the day asked for knows. */
async function readPublishedAt(record: PublicRecord): Promise<string> {
  const rows = await record.query`select published_at from public_revision order by sequence desc limit 1`;
  const [last] = z.array(z.object({ published_at: z.date() })).parse(rows);
  return (last?.published_at ?? new Date(0)).toISOString();
}
