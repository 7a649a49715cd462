import { useTranslations } from 'next-intl';
import { ActiveFilters, type ActiveFilter } from '@/components/layout/active-filters';
import { FilterBar, FilterCheckbox, FilterSearch, FilterSelect } from '@/components/layout/filter-bar';
import { everyProject, isNaturallyAscending, type ProjectFilter, projectSorts } from '@/domain/filter';
import { projectStatuses, sectors, verifications } from '@/domain/vocabulary';
import styles from './project-result.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ProjectFilterBarProps {
  readonly filter: ProjectFilter;
  readonly action: string;
  readonly subsectors: readonly Choice[];
  readonly places: readonly Choice[];
}

/** Search and filters of the list of projects: a form, so that it works without JavaScript. */
export function ProjectFilterBar({ filter, action, subsectors, places }: ProjectFilterBarProps) {
  const t = useTranslations('projects');
  const words = useTranslations('words');
  return (
    <FilterBar
      action={action}
      label={t('filters.label')}
      hidden={
        filter.isAscending === isNaturallyAscending(filter.sort)
          ? {}
          : { order: filter.isAscending ? 'ascending' : 'descending' }
      }
      more={{
        label: t('filters.more'),
        isOpen: Boolean(filter.subsector || filter.verification || filter.isOnHold || filter.isUnreported),
        children: (
          <>
            <FilterSelect
              name="subsector"
              label={t('filters.subsector')}
              value={filter.subsector ?? ''}
              options={subsectors}
            />
            <FilterSelect
              name="verification"
              label={t('filters.verification')}
              value={filter.verification ?? ''}
              options={verifications.map((value) => ({ value, label: words(`verification.${value}`) }))}
            />
            <FilterSelect
              name="sort"
              label={t('filters.sort')}
              value={filter.sort}
              anyLabel={null}
              options={projectSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
            />
            <FilterCheckbox name="on-hold" label={t('filters.onHold')} isOn={filter.isOnHold} />
            <FilterCheckbox name="unreported" label={t('filters.unreported')} isOn={filter.isUnreported} />
          </>
        ),
      }}
    >
      <FilterSearch name="q" label={t('filters.text')} value={filter.text} />
      <FilterSelect name="place" label={t('filters.place')} value={filter.place ?? ''} options={places} />
      <FilterSelect
        name="sector"
        label={t('filters.sector')}
        value={filter.sector ?? ''}
        options={sectors.map((value) => ({ value, label: words(`sector.${value}`) }))}
      />
      <FilterSelect
        name="status"
        label={t('filters.status')}
        value={filter.status ?? ''}
        options={projectStatuses.map((value) => ({ value, label: words(`status.${value}`) }))}
      />
      <FilterCheckbox name="late" label={t('filters.late')} isOn={filter.isLate} />
    </FilterBar>
  );
}

export interface ProjectFilterChipsProps {
  readonly filter: ProjectFilter;
  readonly hrefFor: (filter: ProjectFilter) => string;
  readonly placeName: string | null;
  readonly subsectorLabel: string | null;
}

/** What is on, each with the way to take it off. */
export function ProjectFilterChips({ filter, hrefFor, placeName, subsectorLabel }: ProjectFilterChipsProps) {
  const t = useTranslations('projects.filters');
  const words = useTranslations('words');
  const chip = (label: string, off: Partial<ProjectFilter>): ActiveFilter => ({
    label,
    removeHref: hrefFor({ ...filter, ...off, page: 1 }),
  });
  const named = (name: string, value: string) => t('chip', { name, value });
  const chips = [
    filter.text && chip(named(t('text'), filter.text), { text: '' }),
    filter.place && chip(named(t('place'), placeName ?? filter.place), { place: null }),
    filter.sector && chip(named(t('sector'), words(`sector.${filter.sector}`)), { sector: null }),
    filter.subsector && chip(named(t('subsector'), subsectorLabel ?? filter.subsector), { subsector: null }),
    filter.status && chip(named(t('status'), words(`status.${filter.status}`)), { status: null }),
    filter.verification &&
      chip(named(t('verification'), words(`verification.${filter.verification}`)), { verification: null }),
    filter.isLate && chip(t('late'), { isLate: false }),
    filter.isOnHold && chip(t('onHold'), { isOnHold: false }),
    filter.isUnreported && chip(t('unreported'), { isUnreported: false }),
  ].filter((one): one is ActiveFilter => typeof one === 'object' && one !== null);
  const { sort, isAscending } = filter;
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      <ActiveFilters filters={chips} clearHref={hrefFor({ ...everyProject, sort, isAscending })} />
    </div>
  );
}
