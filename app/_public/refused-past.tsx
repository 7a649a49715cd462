import { getTranslations } from 'next-intl/server';
import { FilterRefused } from '@/components/projects/filter-refused';
import type { FilterProblem } from '@/domain/filter';

/** Instead of a page whose address asks for a day that is none: what it asked, and the way to the same page today. */
export async function RefusedPast({ problem }: { readonly problem: FilterProblem }) {
  const t = await getTranslations('layout');
  return <FilterRefused problem={problem} way={{ href: '?', label: t('backToToday') }} />;
}
