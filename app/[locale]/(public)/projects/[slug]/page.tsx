import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import { DisagreementSheet } from '@/components/claims/disagreement-sheet';
import { SourceCitation } from '@/components/figures/source-citation';
import { HistoryLine } from '@/components/history/history-line';
import { DownloadLinks } from '@/components/layout/download-links';
import { FollowLinks } from '@/components/layout/follow-links';
import { Notice } from '@/components/layout/notice';
import { FigureGrid, PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { ExpectedFinish } from '@/components/projects/expected-finish';
import { ProjectFacts } from '@/components/projects/project-facts';
import { ProjectMilestones } from '@/components/projects/project-milestones';
import { ProjectContracts, ProjectMoney } from '@/components/projects/project-money';
import { isQuoted, ProjectName } from '@/components/projects/project-name';
import { MissingParts, ProjectParts, RelatedProjects } from '@/components/projects/project-parts';
import { ProgressChart, ProgressFigure } from '@/components/projects/project-progress';
import { ProjectQuantities } from '@/components/projects/project-quantities';
import { ProjectReports } from '@/components/projects/project-reports';
import { PromiseTimeline } from '@/components/projects/promise-timeline';
import { DoneFigure, PromisedFigure } from '@/components/projects/promised-figure';
import { StatusSentence } from '@/components/projects/status-sentence';
import { filterQuery } from '@/domain/export/filters';
import { writeFilter } from '@/domain/filter';
import { historyPath } from '@/domain/history/history-path';
import { isBuilt } from '@/domain/lateness';
import { missingParts, rollUp } from '@/domain/roll-up';
import { defaultLocale } from '@/i18n/locales';
import { readProjectEvidence } from '@/server/published/evidence';
import { readDisagreements } from '@/server/published/disagreements';
import { readPlannedVersions } from '@/server/published/promised-versions';
import { readProject, readProjectTitle } from '@/server/published/project';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';
import { notThen } from '@/app/_public/not-then';
import { expectOf, sourcesOf, tellPromises } from './told-project';

type Props = PageProps<'/[locale]/projects/[slug]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const asked = askedRecord(await searchParams);
  const project = asked.ok && (await readProjectTitle(asked.value.record, (await params).slug));
  const [t, list] = await Promise.all([getTranslations('project'), getTranslations('projects')]);
  if (!project) return {};
  return {
    title: isQuoted(project) ? list('quoted', { name: project.title }) : project.title,
    description: t('description', { title: project.title }),
  };
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record } = asked.value;
  const project = await readProject(record, slug, locale);
  if (!project) return notThen(record, 'project', slug);
  const evidence = await readProjectEvidence(record, slug);

  const [disagreements, plannedVersions, claimWords, t, list, words, oc4ids] = await Promise.all([
    readDisagreements(record, { project: slug }, locale),
    readPlannedVersions(record, slug),
    getTranslations('claims.sheet'),
    getTranslations('project'),
    getTranslations('projects'),
    getTranslations('words'),
    getTranslations('oc4ids.page'),
  ]);
  const action = `/${locale}/projects`;
  const hrefOf = (other: string) => `${action}/${other}`;
  const placeHref = (place: string) => `/${locale}/places/${place}`;
  const told = tellPromises(project, record.day);
  const expected = await expectOf(record, project, told.baseline);
  const { reports, parts, contracts, milestones, statement } = project;
  const built = isBuilt(project.status);
  const planned = Object.fromEntries(
    project.measures.flatMap(({ measure, planned: quantity }) => (quantity === null ? [] : [[measure, quantity]])),
  );
  const rolledUp = rollUp(parts, planned);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: list('title'), href: action },
          { label: words(`sector.${project.sector}`), href: action + writeFilter({ sector: project.sector }) },
          { label: project.title },
        ]}
        title={<ProjectName {...project} />}
        standfirst={
          <>
            <StatusSentence {...project} lateByDays={told.late} passedByDays={told.passed} />
            {project.description && <p>{project.description}</p>}
          </>
        }
      >
        {!project.isWithdrawn && (
          <DownloadLinks
            label={oc4ids('thisProject')}
            links={[
              { label: 'OC4IDS', href: `/data/oc4ids/${slug}.json${filterQuery({ language: languageOf(locale) })}` },
            ]}
          />
        )}
      </PageHead>
      {project.isWithdrawn && (
        <Notice tone="warning" title={t('withdrawn')}>
          <p>{t('withdrawnText')}</p>
        </Notice>
      )}
      <FigureGrid>
        <ProgressFigure reports={reports} rolledUp={rolledUp} isBuilt={built} today={record.day} />
        <PromisedFigure promised={told.promised} slippage={told.slippage} isBuilt={built} />
        {built && (
          <DoneFigure
            endedOn={project.actualEndOn}
            slippage={told.slippage}
            statement={statement}
            statusOn={project.statusOn}
          />
        )}
      </FigureGrid>
      <Section id="facts" title={t('facts.title')}>
        <ProjectFacts
          {...project}
          placeHref={placeHref}
          whole={project.whole && { ...project.whole, href: hrefOf(project.whole.slug) }}
          landmark={
            project.landmark && { title: project.landmark.title, href: `/${locale}/heritage/${project.landmark.slug}` }
          }
          verification={statement.verification}
          verifiedBy={statement.verifiedBy}
          note={statement.note}
        />
      </Section>
      <Section id="promise" title={t('timeline.title')}>
        <PromiseTimeline
          promises={told.promises}
          baselineReason={project.baselineReason}
          startedOn={project.actualStartOn}
          endedOn={project.actualEndOn}
          statement={statement}
          slippage={told.slippage}
          isBuilt={built}
          passedByDays={told.passed}
          today={record.day}
        />
      </Section>
      {expected && (
        <Section id="expected" title={t('expected.title')}>
          <ExpectedFinish {...project} expected={expected} methodHref={`/${locale}/methodology#expected-finish`} />
        </Section>
      )}
      {(project.measures.length > 0 ||
        reports.some(({ progressPercent, quantities }) => progressPercent !== null || quantities.length > 0)) && (
        <Section id="progress" title={t('progress.title')}>
          <ProgressChart
            reports={reports}
            startsOn={project.baselineStartOn ?? project.actualStartOn}
            baselineEndOn={told.baseline}
            expected={expected?.ok ? expected.value : null}
          />
          <ProjectQuantities
            measures={project.measures}
            reports={reports}
            statement={statement}
            statedOn={project.statusOn}
            versions={plannedVersions}
          />
        </Section>
      )}
      {disagreements.length > 0 && (
        <Section id="disagreements" title={claimWords('title')} intro={<p>{claimWords('intro')}</p>}>
          <DisagreementSheet disagreements={disagreements} />
        </Section>
      )}
      {parts.length > 0 && (
        <Section
          id="parts"
          title={t('parts.title')}
          intro={
            rolledUp ? (
              t(`progress.rule.${rolledUp.rule}`)
            ) : (
              <MissingParts missing={missingParts(parts, planned)} measures={project.measures} />
            )
          }
        >
          <ProjectParts parts={parts} hrefOf={hrefOf} />
        </Section>
      )}
      <Section id="money" title={t('money.title')} intro={t('money.intro')}>
        <ProjectMoney money={project.money} contracts={contracts} reports={reports} />
      </Section>
      {contracts.length > 0 && (
        <Section id="contracts" title={t('contracts.title')}>
          <ProjectContracts contracts={contracts} />
        </Section>
      )}
      {milestones.length > 0 && (
        <Section id="milestones" title={t('milestones.title')}>
          <ProjectMilestones milestones={milestones} />
        </Section>
      )}
      <Section id="reports" title={t('reports.title')}>
        {reports.length > 0 ? <ProjectReports reports={reports} /> : <p>{t('reports.nothing')}</p>}
      </Section>
      <EvidenceSection evidence={evidence} />
      <Section id="sources" title={t('sources.title')}>
        <PlainList>
          {sourcesOf(project).map((source) => (
            <li key={source.slug}>
              <SourceCitation source={source} />
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="history" title={t('history.title')} intro={t('history.intro')}>
        <HistoryLine {...project.history} href={`/${locale}${historyPath({ of: 'project', slug })}`} />
        <FollowLinks of={{ project: slug }} hasDates />
      </Section>
      {project.related.length > 0 && (
        <Section id="related" title={t('related.title')}>
          <RelatedProjects related={project.related} hrefOf={hrefOf} />
        </Section>
      )}
    </>
  );
}

/** The language of a package, where it is not the one that it has anyway. */
const languageOf = (locale: string) => (locale === defaultLocale ? null : locale);
