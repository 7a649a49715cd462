import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/controls/button';
import { serverFigureFormat } from '@/components/figures/server-format';
import { Columns, PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { RecordLine } from '@/components/review/record-line';
import { type ShownSubmission, SubmissionLinesList } from '@/components/review/submission-lines';
import { isIsoDate } from '@/domain/calendar';
import { requireActor } from '@/server/session';
import type { SubmissionLines } from '@/server/workspace/list-submissions';
import { type Home, readHome, staleAfterMonths } from '@/server/workspace/read-home';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.home'))('title') };
}

export default async function WorkspacePage() {
  const actor = await requireActor();
  const [t, locale, home] = [await getTranslations('workspace.home'), await getLocale(), await readHome(actor)];
  const workspace = `/${locale}/workspace`;
  const submissions = `${workspace}/submissions`;
  const waitingFor = home.mayReview ? 'toReview' : 'waiting';
  return (
    <>
      <PageHead title={t('title')}>
        <ButtonLink href={`${workspace}/report`}>{t('report')}</ButtonLink>
      </PageHead>
      <Columns>
        <Lines
          title={t('drafts')}
          none={t('draftsNone')}
          lines={home.drafts}
          allHref={`${submissions}?state=draft`}
          hrefFor={({ id }) => `${submissions}/${id}`}
        />
        <Lines
          title={t('returned')}
          none={t('returnedNone')}
          lines={home.returned}
          allHref={`${submissions}?state=returned`}
          hrefFor={({ id }) => `${submissions}/${id}`}
        />
        <Lines
          title={t(waitingFor)}
          none={t(`${waitingFor}None`)}
          lines={home.waiting}
          allHref={home.mayReview ? `${workspace}/review` : `${submissions}?state=submitted`}
          hrefFor={({ id }) => (home.mayReview ? `${workspace}/review/${id}` : `${submissions}/${id}`)}
        />
        <Stale stale={home.stale} workspace={workspace} />
      </Columns>
      <Section title={t('more')}>
        <PlainList>
          <RecordLine href={submissions} title={t('allMine')} hint={t('allMineText')} />
          <RecordLine href={`${workspace}/records`} title={t('records')} hint={t('recordsText')} />
          <RecordLine href={`${workspace}/import`} title={t('import')} hint={t('importText')} />
        </PlainList>
      </Section>
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly none: string;
  readonly lines: SubmissionLines;
  readonly allHref: string;
  readonly hrefFor: (line: ShownSubmission) => string;
}

async function Lines({ title, none, lines, allHref, hrefFor }: LinesProps) {
  return (
    <ShortList title={title} total={lines.total} shown={lines.rows.length} allHref={allHref} none={none}>
      <SubmissionLinesList lines={lines.rows} hrefFor={hrefFor} />
    </ShortList>
  );
}

async function Stale({ stale, workspace }: { readonly stale: Home['stale']; readonly workspace: string }) {
  const [t, format] = [await getTranslations('workspace.home'), await serverFigureFormat()];
  return (
    <ShortList
      title={t('stale')}
      total={stale.total}
      shown={stale.rows.length}
      none={t('staleNone')}
      intro={t('staleText', { months: staleAfterMonths })}
    >
      <PlainList>
        {stale.rows.map(({ slug, title, lastOn }) => (
          <RecordLine
            key={slug}
            href={`${workspace}/report/${slug}`}
            title={title}
            hint={lastOn && isIsoDate(lastOn) ? t('lastReport', { date: format.date(lastOn) }) : t('neverReported')}
          />
        ))}
      </PlainList>
    </ShortList>
  );
}

interface ShortListProps {
  readonly title: string;
  readonly total: number;
  readonly shown: number;
  readonly none: string;
  readonly intro?: string;
  readonly allHref?: string;
  readonly children: ReactNode;
}

async function ShortList({ title, total, shown, none, intro, allHref, children }: ShortListProps) {
  const t = await getTranslations('workspace.home');
  const aside =
    total > shown ? (
      allHref ? (
        <a href={allHref}>{t('all', { count: total })}</a>
      ) : (
        t('ofAll', { shown, total })
      )
    ) : undefined;
  return (
    <Section title={title} intro={total > 0 ? intro : undefined} aside={aside}>
      {total === 0 ? <p>{none}</p> : children}
    </Section>
  );
}
