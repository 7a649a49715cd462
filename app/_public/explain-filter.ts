import type { FilterProblem } from '@/domain/filter';

/** The messages of `files`. */
type Words = (key: string, values: Record<string, string>) => string;

/** One sentence that names what does not exist and what there is instead: the answer of a file, the notice on a page. */
export function explainFilter(problem: FilterProblem, t: Words): string {
  const { name } = problem;
  if (problem.kind === 'not-a-past-day')
    return t('refused.day', { name, found: problem.found, latest: problem.latest });
  if (problem.kind === 'reversed-days') return t('refused.reversed', { name, found: problem.found, to: problem.to });
  const { allowed } = problem;
  const list = allowed.join(', ');
  if (problem.kind === 'unknown-filter')
    return list ? t('refused.filter', { name, list }) : t('refused.noFilters', { name });
  return list
    ? t('refused.value', { name, found: problem.found, list })
    : t('refused.reference', { name, found: problem.found });
}
