import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterRefused } from '@/components/projects/filter-refused';
import { PlannedTotals } from '@/components/projects/planned-totals';
import { ProjectFilterBar, ProjectFilterChips } from '@/components/projects/project-filter-bar';
import { ProjectResult, ProjectStatusChart } from '@/components/projects/project-result';
import { ProjectTable } from '@/components/projects/project-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import {
  type AddressParameters,
  everyProject,
  type FilterProblem,
  type ProjectFilter,
  readFilter,
  writeFilter,
} from '@/domain/filter';
import { accept, type Result } from '@/domain/result';
import { projectsPerPage, readFilterChoices, readKnownValues, readProjects } from '@/server/published/projects';
import type { PublicRecord } from '@/server/published/record-at';
import { askedRecord } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('projects');
  return { title: t('title'), description: t('standfirst') };
}

export default async function ProjectsPage({ params, searchParams }: PageProps<'/[locale]/projects'>) {
  const [{ locale }, parameters, t] = await Promise.all([params, searchParams, getTranslations('projects')]);
  const action = `/${locale}/projects`;
  const read = await readAsked(parameters);
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')}>
        <Link href={`/${locale}/late`}>{t('lateList')}</Link>
      </PageHead>
      {read.ok ? (
        <FilteredProjects {...read.value} action={action} locale={locale} />
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

interface AskedProjects {
  readonly record: PublicRecord;
  readonly filter: ProjectFilter;
}

async function readAsked(parameters: AddressParameters): Promise<Result<AskedProjects, FilterProblem>> {
  const asked = askedRecord(parameters);
  if (!asked.ok) return asked;
  const { record, rest } = asked.value;
  const filter = readFilter(rest, await readKnownValues(record));
  return filter.ok ? accept({ record, filter: filter.value }) : filter;
}

async function FilteredProjects({
  record,
  filter,
  action,
  locale,
}: AskedProjects & { readonly action: string; readonly locale: string }) {
  const { day } = record;
  const [list, choices, t] = await Promise.all([
    readProjects(record, filter, locale),
    readFilterChoices(record, locale),
    getTranslations('projects'),
  ]);
  const hrefFor = (other: ProjectFilter) => action + writeFilter(other);
  const rowsQuery = writeFilter({ ...filter, page: 1 });
  const csvHref = `/data/projects.csv${rowsQuery}`;
  const labelOf = (options: typeof choices.places, value: string | null) =>
    options.find((one) => one.value === value)?.label ?? null;
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
        {list.count > 0 && <RowDownloads table="projects" query={rowsQuery} />}
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
            way={
              list.known === 0
                ? undefined
                : {
                    href: list.count === 0 ? action : hrefFor({ ...filter, page: 1 }),
                    label: t(list.count === 0 ? 'wayBack' : 'firstPage'),
                  }
            }
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
