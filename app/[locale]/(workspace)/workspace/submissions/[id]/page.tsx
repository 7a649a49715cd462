import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageIn } from '@/app/_edge/search-params';
import { SubmissionChanges } from '@/app/_edge/submission-view';
import { Button, ButtonLink, ButtonRow } from '@/components/controls/button';
import { ActionForm } from '@/components/forms/action-form';
import { EmptyState } from '@/components/layout/empty-state';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { SubmissionFacts } from '@/components/review/submission-facts';
import { recordPath } from '@/domain/form/record-path';
import { may } from '@/domain/permission';
import { takeStep } from '@/domain/submission/process';
import { requireActor } from '@/server/session';
import { changesPerPage, readSubmission } from '@/server/workspace/read-submission';
import { copyToDraft, removeChange, submitSubmission, withdrawOwnSubmission } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.submission'))('one') };
}

export default async function SubmissionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/workspace/submissions/[id]'>) {
  const actor = await requireActor();
  const [{ id }, page] = [await params, pageIn((await searchParams).page)];
  const [t, locale, read] = [
    await getTranslations('workspace.submission'),
    await getLocale(),
    await readSubmission(actor, id, page),
  ];
  if (!read.ok) notFound();
  const submission = read.value;
  const undoWords = await getTranslations('workspace.import');
  const address = `/${locale}/workspace/submissions/${id}`;
  const mayTake = (step: 'edit' | 'submit' | 'withdraw') => submission.isMine && takeStep(submission.state, step).ok;
  const hidden = { submissionId: id, expectedRowVersion: submission.rowVersion };
  return (
    <>
      <PageHead
        title={submission.title}
        kicker={t('one')}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: t('home') },
          { href: `/${locale}/workspace/submissions`, label: t('mine') },
          { label: submission.title },
        ]}
      >
        <SubmissionFacts {...submission} />
      </PageHead>
      <StateNotice state={submission.state} />
      {submission.isUndoable && (
        <p>
          <a href={`${address}/undo`}>{undoWords('undo')}</a>
        </p>
      )}
      {!submission.isMine && submission.state === 'submitted' && may(actor, 'submission.review').ok && (
        <ButtonLink href={`/${locale}/workspace/review/${id}`}>{t('toReview')}</ButtonLink>
      )}
      {submission.changes.length === 0 && <EmptyState title={t('nothingYet')}>{t('nothingYetText')}</EmptyState>}
      <SubmissionChanges
        actor={actor}
        submission={submission}
        buttons={(change) =>
          mayTake('edit') && (
            <ActionForm action={removeChange} hidden={{ ...hidden, kind: change.kind, slug: change.slug }}>
              <ButtonRow>
                <ButtonLink weight="secondary" href={`${address}/${recordPath(change.kind, change.slug)}`}>
                  {t('edit')}
                </ButtonLink>
                <Button weight="quiet">{t('remove')}</Button>
              </ButtonRow>
            </ActionForm>
          )
        }
      />
      <Pagination
        page={page}
        pageSize={changesPerPage}
        total={submission.changeCount}
        hrefFor={(other) => `${address}?page=${other}`}
      />
      {mayTake('edit') && (
        <p>
          <a href={`/${locale}/workspace/records?submission=${id}`}>{t('addAnother')}</a>
        </p>
      )}
      {mayTake('submit') && submission.changeCount > 0 && (
        <ActionForm action={submitSubmission} hidden={hidden}>
          <ButtonRow>
            <Button>{t('submit')}</Button>
          </ButtonRow>
        </ActionForm>
      )}
      {mayTake('withdraw') && (
        <ActionForm action={withdrawOwnSubmission} hidden={hidden}>
          <ButtonRow>
            <Button weight="quiet">{submission.state === 'submitted' ? t('takeBack') : t('discard')}</Button>
          </ButtonRow>
        </ActionForm>
      )}
      {submission.isMine && (submission.state === 'withdrawn' || submission.state === 'rejected') && (
        <ActionForm action={copyToDraft} hidden={{ submissionId: id }}>
          <ButtonRow>
            <Button weight="secondary">{t('copy')}</Button>
          </ButtonRow>
        </ActionForm>
      )}
    </>
  );
}

async function StateNotice({ state }: { readonly state: string }) {
  const t = await getTranslations('workspace.submission');
  if (state !== 'submitted' && state !== 'approved') return null;
  return (
    <Notice tone={state === 'approved' ? 'success' : 'information'} title={t(`${state}Title`)}>
      <p>{t(`${state}Text`)}</p>
    </Notice>
  );
}
