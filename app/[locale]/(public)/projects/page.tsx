import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterRefused } from '@/components/projects/filter-refused';
import { PlannedTotals } from '@/components/projects/planned-totals';
import { ProjectFilterBar, ProjectFilterChips } from '@/components/projects/project-filter-bar';
import { ProjectResult, ProjectStatusChart } from '@/components/projects/project-result';
import { ProjectTable } from '@/components/projects/project-table';
import { DownloadLinks } from '@/components/layout/download-links';
import { EmptyState } from '@/components/layout/empty-state';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { everyProject, type ProjectFilter, readFilter, writeFilter } from '@/domain/filter';
import { today } from '@/server/clock';
import { projectsPerPage, readFilterChoices, readKnownValues, readProjects } from '@/server/published/projects';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects');
  return { title: t('title'), description: t('standfirst') };
}

export default async function ProjectsPage({ params, searchParams }: PageProps<'/[locale]/projects'>) {
  const [{ locale }, asked, known, t] = await Promise.all([params, searchParams, readKnownValues(), getTranslations('projects')]);
  const action = `/${locale}/projects`;
  const filter = readFilter(asked, known);
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {filter.ok ? (
        <FilteredProjects filter={filter.value} action={action} locale={locale} />
      ) : (
        <FilterRefused problem={filter.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

async function FilteredProjects({ filter, action, locale }: { filter: ProjectFilter; action: string; locale: string }) {
  const day = today();
  const [list, choices, t] = await Promise.all([readProjects(filter, day, locale), readFilterChoices(locale), getTranslations('projects')]);
  const hrefFor = (other: ProjectFilter) => action + writeFilter(other);
  const csvHref = `/data/projects.csv${writeFilter({ ...filter, page: 1 })}`;
  const labelOf = (options: typeof choices.places, value: string | null) => options.find((one) => one.value === value)?.label ?? null;
  return (
    <>
      <ProjectFilterBar filter={filter} action={action} {...choices} />
      <ProjectFilterChips
        filter={filter}
        hrefFor={hrefFor}
        placeName={labelOf(choices.places, filter.place)}
        subsectorLabel={labelOf(choices.subsectors, filter.subsector)}
      />
      <ProjectResult {...list} filter={filter} hrefFor={hrefFor} />
      {list.count > 0 && (
        <ProjectStatusChart
          level={2}
          groups={list.groups}
          today={day}
          csvHref={csvHref}
          hrefForSector={(sector) => hrefFor({ ...filter, sector, page: 1 })}
        />
      )}
      <Section id="list" title={t('list')}>
        {list.count > 0 && <DownloadLinks links={[{ label: 'CSV', href: csvHref }]} />}
        {list.rows.length > 0 ? (
          <ProjectTable
            caption={t('caption')}
            rows={list.rows}
            filter={filter}
            hrefFor={hrefFor}
            hrefOf={(slug) => `${action}/${slug}`}
            placeHref={(slug) => `/${locale}/places/${slug}`}
          />
        ) : (
          <EmptyState
            title={t(list.known === 0 ? 'nothingYet' : list.count === 0 ? 'nothingFound' : 'noSuchPage')}
            way={list.known === 0 ? undefined : { href: list.count === 0 ? action : hrefFor({ ...filter, page: 1 }), label: t(list.count === 0 ? 'wayBack' : 'firstPage') }}
          >
            <p>{t(list.known === 0 ? 'nothingYetText' : 'nothingFoundText')}</p>
          </EmptyState>
        )}
        <Pagination
          page={filter.page}
          pageSize={projectsPerPage}
          total={list.count}
          hrefFor={(page) => hrefFor({ ...everyProject, ...filter, page })}
        />
      </Section>
      {list.planned.length > 0 && (
        <Section id="planned" title={t('totals.title')} intro={t('totals.intro')}>
          <PlannedTotals totals={list.planned} caption={t('totals.title')} />
        </Section>
      )}
    </>
  );
}
