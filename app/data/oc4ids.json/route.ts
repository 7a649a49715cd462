import { connection } from 'next/server';
import { type FilterProblem, readFilter } from '@/domain/filter';
import { accept, type Result } from '@/domain/result';
import { everyProjectOf } from '@/server/export/oc4ids/stream-package';
import { askedTable } from '@/app/_public/asked-record';
import { parametersOf } from '../answers';
import { answerPackage, type AskedPackage, askedLanguage } from '../oc4ids-package';

/** The projects of a filter as one OC4IDS package. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerPackage(request, '/data/oc4ids.json', await read(request));
}

export const HEAD = GET;

async function read(request: Request): Promise<Result<AskedPackage, FilterProblem>> {
  const language = askedLanguage(parametersOf(request.url));
  if (!language.ok) return language;
  const asked = await askedTable('projects', language.value.rest);
  if (!asked.ok) return asked;
  const { record, filters } = asked.value;
  // The values have been found to exist.
  const known = { subsectors: [filters.subsector ?? ''], places: [filters.place ?? ''] };
  const filter = readFilter(filters, known);
  if (!filter.ok) return filter;
  return accept({ record, filters, language: language.value.language, projects: everyProjectOf(filter.value) });
}
