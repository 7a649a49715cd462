import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/layout/empty-state';
import type { FilterProblem } from '@/domain/filter';

export interface FilterRefusedProps {
  readonly problem: FilterProblem;
  readonly way: { readonly href: string; readonly label: string };
}

/** The address asked for something that does not exist: what it was, what there is, and the way back. */
export function FilterRefused({ problem, way }: FilterRefusedProps) {
  const t = useTranslations('projects.refused');
  if (problem.kind === 'not-a-past-day') {
    const { name, found, latest } = problem;
    return (
      <EmptyState title={t('unknownValue', { name, found })} way={way}>
        <p>{t('day', { latest })}</p>
      </EmptyState>
    );
  }
  if (problem.kind === 'reversed-days') {
    const { name, found, to } = problem;
    return (
      <EmptyState title={t('unknownValue', { name, found })} way={way}>
        <p>{t('reversed', { to })}</p>
      </EmptyState>
    );
  }
  const isShort = problem.allowed.length > 0 && problem.allowed.length <= 40;
  return (
    <EmptyState
      title={
        problem.kind === 'unknown-filter'
          ? t('unknownFilter', { name: problem.name })
          : t('unknownValue', { name: problem.name, found: problem.found })
      }
      way={way}
    >
      {isShort && (
        <p>{t(problem.kind === 'unknown-filter' ? 'filters' : 'values', { allowed: problem.allowed.join(', ') })}</p>
      )}
    </EmptyState>
  );
}
