import type { FilterProblem } from '@/domain/filter';

/** The messages of `files`. */
type Words = (key: string, values: Record<string, string>) => string;

/** One sentence that names what does not exist and what there is instead: the answer of a file, the notice on a page. */
export function explainFilter(problem: FilterProblem, t: Words): string {
  const { name, allowed } = problem;
  const list = allowed.join(', ');
  if (problem.kind === 'unknown-filter')
    return list ? t('refused.filter', { name, list }) : t('refused.noFilters', { name });
  return list
    ? t('refused.value', { name, found: problem.found, list })
    : t('refused.reference', { name, found: problem.found });
}
