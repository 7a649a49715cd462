import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageIn } from '@/app/_edge/search-params';
import { SubmissionChanges } from '@/app/_edge/submission-view';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { Notice } from '@/components/layout/notice';
import { Columns, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { DecisionForm } from '@/components/review/decision-form';
import { NotShownNotice } from '@/components/review/not-shown-notice';
import { SourceList } from '@/components/review/source-list';
import { SubmissionFacts } from '@/components/review/submission-facts';
import { may } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { readNotShown } from '@/server/workspace/read-not-shown';
import { readSources } from '@/server/workspace/read-sources';
import { changesPerPage, readSubmission } from '@/server/workspace/read-submission';
import { decideSubmission } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.review'))('title') };
}

export default async function ReviewPage({ params, searchParams }: PageProps<'/[locale]/workspace/review/[id]'>) {
  const actor = await requireActor();
  const [{ id }, page] = [await params, pageIn((await searchParams).page)];
  const [t, all, locale] = [await getTranslations('workspace.review'), await getTranslations(), await getLocale()];
  const read = await readSubmission(actor, id, page);
  if (!read.ok) notFound();
  const submission = read.value;
  const permission = may(actor, 'submission.review', { authorId: submission.isMine ? actor.id : undefined });
  const sources = await readSources(actor, submission.changes);
  const isOpen = submission.state === 'submitted';
  const notShown = isOpen ? await readNotShown(actor, id) : null;
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={submission.title}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: t('home') },
          { href: `/${locale}/workspace/review`, label: t('title') },
          { label: submission.title },
        ]}
      >
        <SubmissionFacts {...submission} />
      </PageHead>
      {submission.state === 'approved' && (
        <Notice tone="success" title={t('publishedTitle')}>
          <p>{t('publishedText')}</p>
          {submission.isUndoable && (
            <p>
              <a href={`/${locale}/workspace/submissions/${id}/undo`}>{all('workspace.import.undo')}</a>
            </p>
          )}
        </Notice>
      )}
      {notShown && (
        <NotShownNotice
          most={notShown.most}
          counts={notShown.counts.map(({ slug, disclosure }) => ({ title: slug, disclosure }))}
        />
      )}
      <Columns ratio="wide-first">
        <div>
          <SubmissionChanges actor={actor} submission={submission} isOutliersFirst />
          <Pagination
            page={page}
            pageSize={changesPerPage}
            total={submission.changeCount}
            hrefFor={(other) => `/${locale}/workspace/review/${id}?page=${other}`}
          />
        </div>
        <Section title={t('sources')} intro={t('sourcesHint')}>
          <SourceList sources={sources} />
        </Section>
      </Columns>
      {isOpen && (
        <Section title={t('decide')}>
          {permission.ok && submission.contentHash ? (
            <DecisionForm submissionId={id} contentHash={submission.contentHash} decide={decideSubmission} />
          ) : (
            <Notice>
              <p>{permission.ok ? all('problem.stale-approval') : problemSentence(permission.problem, all)}</p>
            </Notice>
          )}
        </Section>
      )}
    </>
  );
}
