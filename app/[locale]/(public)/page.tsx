import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimUseLinks } from '@/components/claims/claim-use-links';
import { Link } from '@/components/layout/link';
import { Beside } from '@/components/maps/beside';
import { DistrictMap } from '@/components/maps/district-map';
import { CompletionsChart, MoneyChart, ReturnsChart } from '@/components/overview/overview-charts';
import { DistrictTable } from '@/components/overview/district-table';
import { HeadlineFigures } from '@/components/overview/headline-figures';
import { LateTable, MovedTable } from '@/components/overview/moved-and-late';
import { sumOf } from '@/components/overview/overview-data';
import { RecentChanges } from '@/components/overview/recent-changes';
import { SectorTable } from '@/components/overview/sector-table';
import { Standing } from '@/components/overview/standing';
import { Unknowns } from '@/components/overview/unknowns';
import { EmptyState } from '@/components/layout/empty-state';
import { Columns, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { ProjectName } from '@/components/projects/project-name';
import { ProjectStatusChart } from '@/components/projects/project-result';
import { readClaimUse } from '@/domain/claims/claim-use';
import { filterQuery } from '@/domain/export/filters';
import { type ProjectFilter, writeFilter } from '@/domain/filter';
import { now } from '@/domain/past';
import { drawMap } from '@/server/published/boundaries';
import { readOverview } from '@/server/published/overview';
import { FilterRefused } from '@/components/projects/filter-refused';
import { askedRecord } from '@/app/_public/asked-record';
import { titleInPast } from '@/app/_public/past-title';
import { YearsOf } from '@/app/_public/years-of';

/** Stands in the layout's own part of the address, whose title Next does not put around it. */
export async function generateMetadata({ searchParams }: PageProps<'/[locale]'>): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations('overview'), searchParams]);
  const read = askedRecord(asked);
  return {
    title: await titleInPast(t('title'), read.ok ? read.value.record.past : now),
    description: t('description'),
  };
}

export default async function OverviewPage({ params, searchParams }: PageProps<'/[locale]'>) {
  const [{ locale }, t] = await Promise.all([params, getTranslations('overview')]);
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <FilterRefused problem={asked.problem} way={{ href: `/${locale}`, label: t('wayBack') }} />;
  const claims = readClaimUse(asked.value.rest);
  if (!claims.ok) return <FilterRefused problem={claims.problem} way={{ href: `/${locale}`, label: t('wayBack') }} />;
  const { use } = claims.value;
  const { record } = asked.value;
  const { day } = record;
  const overview = await readOverview(record, locale);
  const { projects, returns, changes } = overview;
  const { groups } = projects;
  const action = `/${locale}/projects`;
  const list = (filter: Partial<ProjectFilter>) => action + writeFilter(filter);
  const hrefOf = (slug: string) => `${action}/${slug}`;
  const moved = sumOf(groups, 'moved');
  const late = sumOf(groups, 'late');
  const passed = sumOf(groups, 'passed');
  const map = drawMap(
    overview.districts.filter(({ projects: known }) => known > 0).map(({ slug }) => slug),
    { width: 640, margin: 24 },
  );
  const live = groups.filter(({ status }) => status !== 'cancelled');
  return (
    <>
      <PageHead
        title={overview.programme ? <ProjectName {...overview.programme} /> : t('title')}
        standfirst={<Standing groups={groups} returns={returns} use={use} />}
      />
      <YearsOf record={record} href={`/${locale}`} />
      <HeadlineFigures {...overview} groups={groups} today={day} use={use} />
      <ClaimUseLinks use={use} hrefFor={(parameter) => `/${locale}${filterQuery(parameter)}`} />
      {returns && (
        <Section
          id="returns"
          title={t('returnsTitle')}
          aside={<Link href={`/${locale}/returns`}>{t('returnsLink')}</Link>}
        >
          <ReturnsChart {...returns} csvHref="/data/resettlement.csv" use={use} />
        </Section>
      )}
      <Section
        id="moved"
        title={t('moved.title')}
        intro={t('moved.intro', { count: moved })}
        aside={
          moved > 0 && (
            <Link href={list({ sort: 'slipped', isAscending: false })}>{t('moved.all', { count: moved })}</Link>
          )
        }
      >
        {moved > 0 && <MovedTable moved={projects.moved} hrefOf={hrefOf} />}
      </Section>
      <Section id="sectors" title={t('sectors.title')} aside={<Link href={action}>{t('sectors.all')}</Link>}>
        {groups.length > 0 ? (
          <>
            <ProjectStatusChart
              groups={groups}
              today={day}
              csvHref="/data/projects.csv"
              hrefForSector={(sector) => list({ sector })}
            />
            <SectorTable
              groups={groups}
              totals={overview.planned}
              landmarks={overview.landmarks}
              hrefForSector={(sector) => list({ sector })}
            />
          </>
        ) : (
          <EmptyState title={t('noProjects')}>
            <p>{t('noProjectsText')}</p>
          </EmptyState>
        )}
      </Section>
      <Section id="completions" title={t('completions.title')}>
        <CompletionsChart
          planned={projects.planned}
          ended={projects.ended}
          today={day}
          withoutPromise={sumOf(live, 'withoutPromise')}
          csvHref="/data/projects.csv"
        />
      </Section>
      <Section
        id="money"
        title={t('moneyChart.title')}
        aside={<Link href={`/${locale}/budget`}>{t('moneyChart.link')}</Link>}
      >
        <MoneyChart amounts={overview.amounts} csvHref="/data/budget.csv" />
      </Section>
      <Section
        id="late"
        title={t('late.title')}
        intro={
          <>
            <p>{t('late.intro', { count: late })}</p>
            {passed > late && <p>{t('late.notKnown', { count: passed - late })}</p>}
          </>
        }
        aside={<Link href={`/${locale}/late`}>{t('late.all')}</Link>}
      >
        {late > 0 && <LateTable late={projects.late} hrefOf={hrefOf} />}
      </Section>
      <Section
        id="districts"
        title={t('districts.title')}
        aside={<Link href={`/${locale}/places`}>{t('districts.all')}</Link>}
      >
        <Beside>
          {map && <DistrictMap map={map} districts={overview.districts} hrefOf={(place) => list({ place })} />}
          <DistrictTable
            districts={overview.districts}
            placeHref={(slug) => `/${locale}/places/${slug}`}
            projectsHref={(place) => list({ place })}
          />
        </Beside>
      </Section>
      <Columns>
        <Section
          id="changes"
          title={t('changes.title')}
          aside={<Link href={`/${locale}/changes`}>{t('changes.all')}</Link>}
        >
          <RecentChanges changes={changes} hrefOf={hrefOf} />
        </Section>
        <Section id="unknown" title={t('unknown.title')}>
          <Unknowns
            groups={groups}
            withMoney={overview.withMoney}
            unreportedHref={list({ isUnreported: true, sort: 'last-report' })}
          />
        </Section>
      </Columns>
    </>
  );
}
