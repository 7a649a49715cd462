import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
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
import { type ProjectFilter, writeFilter } from '@/domain/filter';
import { today } from '@/server/clock';
import { readOverview } from '@/server/published/overview';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview');
  return { title: t('title'), description: t('description') };
}

export default async function OverviewPage({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  const day = today();
  const [overview, t] = await Promise.all([readOverview(day, locale), getTranslations('overview')]);
  const { projects, returns, changes } = overview;
  const { groups } = projects;
  const action = `/${locale}/projects`;
  const list = (filter: Partial<ProjectFilter>) => action + writeFilter(filter);
  const hrefOf = (slug: string) => `${action}/${slug}`;
  const moved = sumOf(groups, 'moved');
  const late = sumOf(groups, 'late');
  const live = groups.filter(({ status }) => status !== 'cancelled');
  return (
    <>
      <PageHead title={overview.programme ? <ProjectName {...overview.programme} /> : t('title')} standfirst={<Standing groups={groups} returns={returns} />} />
      <HeadlineFigures {...overview} groups={groups} today={day} />
      {returns && (
        <Section id="returns" title={t('returnsTitle')} aside={<a href={`/${locale}/returns`}>{t('returnsLink')}</a>}>
          <ReturnsChart {...returns} csvHref="/data/resettlement.csv" />
        </Section>
      )}
      <Section
        id="moved"
        title={t('moved.title')}
        intro={t('moved.intro', { count: moved })}
        aside={moved > 0 && <a href={list({ sort: 'slipped', isAscending: false })}>{t('moved.all', { count: moved })}</a>}
      >
        {moved > 0 && <MovedTable moved={projects.moved} hrefOf={hrefOf} />}
      </Section>
      <Section id="sectors" title={t('sectors.title')} aside={<a href={action}>{t('sectors.all')}</a>}>
        {groups.length > 0 ? (
          <>
            <ProjectStatusChart groups={groups} today={day} csvHref="/data/projects.csv" hrefForSector={(sector) => list({ sector })} />
            <SectorTable groups={groups} totals={overview.planned} landmarks={overview.landmarks} hrefForSector={(sector) => list({ sector })} />
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
      <Section id="money" title={t('moneyChart.title')} aside={<a href={`/${locale}/budget`}>{t('moneyChart.link')}</a>}>
        <MoneyChart amounts={overview.amounts} csvHref="/data/budget.csv" />
      </Section>
      <Section id="late" title={t('late.title')} intro={t('late.intro', { count: late })} aside={late > 0 && <a href={list({ isLate: true, sort: 'promised' })}>{t('late.all', { count: late })}</a>}>
        {late > 0 && <LateTable late={projects.late} hrefOf={hrefOf} />}
      </Section>
      <Section id="districts" title={t('districts.title')} aside={<a href={`/${locale}/places`}>{t('districts.all')}</a>}>
        <DistrictTable
          districts={overview.districts}
          placeHref={(slug) => `/${locale}/places/${slug}`}
          projectsHref={(place) => list({ place })}
        />
      </Section>
      <Columns>
        <Section id="changes" title={t('changes.title')}>
          <RecentChanges changes={changes} hrefOf={hrefOf} />
        </Section>
        <Section id="unknown" title={t('unknown.title')}>
          <Unknowns groups={groups} withMoney={overview.withMoney} unreportedHref={list({ isUnreported: true, sort: 'last-report' })} />
        </Section>
      </Columns>
    </>
  );
}
