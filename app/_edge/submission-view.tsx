import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChangeView } from '@/components/review/change-view';
import { publicPath } from '@/domain/form/public-path';
import type { Actor } from '@/domain/permission';
import { type Content, textOf } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import { figureMoves, largestMove } from '@/domain/submission/outliers';
import { readLastReportSlug } from '@/server/workspace/read-report-start';
import { readRecord } from '@/server/workspace/read-record';
import type { ChangeDetail, SubmissionDetail } from '@/server/workspace/read-submission';
import { readReferring } from '@/server/workspace/read-referring';
import { titleOf } from '@/domain/form/title-of';
import { contentWords } from './content-words';

export interface SubmissionChangesProps {
  readonly actor: Actor;
  readonly submission: SubmissionDetail;
  /** What moves most comes first; else the order in which it was entered. */
  readonly isOutliersFirst?: boolean;
  readonly buttons?: (change: ChangeDetail) => ReactNode;
}

/** Every change of a submission, as it would be or was published. */
export async function SubmissionChanges({ actor, submission, isOutliersFirst, buttons }: SubmissionChangesProps) {
  const locale = await getLocale();
  const { changes, state } = submission;
  const lasts = new Map(
    await Promise.all(changes.map(async (change) => [change, await lastReportBefore(actor, change, state)] as const)),
  );
  const words = await contentWords(actor, locale, [
    ...changes,
    ...changes.map(({ kind, slug, before }) => ({ kind, slug, content: before })),
    ...[...lasts].map(([{ kind, slug }, content]) => ({ kind, slug, content })),
  ]);
  const isOpen = state === 'draft' || state === 'returned' || state === 'submitted';
  const withdrawn = isOpen ? changes.filter(({ action }) => action === 'withdraw') : [];
  const referring = await readReferring(
    actor,
    withdrawn.map(({ kind, slug, before }) => ({ kind, slug, content: before ?? {} })),
    submission.id,
  );
  const move = (change: ChangeDetail) =>
    largestMove(
      figureMoves(records[change.kind], change.before ?? lasts.get(change) ?? null, change.content as Content),
    ); // as it stands, readable or not
  const sorted = isOutliersFirst ? [...changes].sort((one, other) => move(other) - move(one)) : changes;
  return sorted.map((change) => (
    <ChangeView
      key={`${change.kind}/${change.slug}`}
      change={change}
      title={titleOf(change, words.labels)}
      before={change.before}
      last={lasts.get(change) ?? null}
      isStale={isOpen && change.action !== 'add' && change.currentVersion !== change.baseVersion}
      isPublished={state === 'approved'}
      words={words}
      leavesBehind={referring.get(`${change.kind}/${change.slug}`) ?? null}
      publicHref={publicHref(locale, change, state)}
    >
      {buttons?.(change)}
    </ChangeView>
  ));
}

/** What a new report is read against, while it is not published itself. */
async function lastReportBefore(
  actor: Actor,
  change: ChangeDetail,
  state: SubmissionDetail['state'],
): Promise<Content | null> {
  const projectSlug = change.kind === 'progress_report' ? textOf(change.content as Content, 'projectSlug') : null;
  if (!projectSlug || change.action !== 'add' || state === 'approved') return null;
  const slug = await readLastReportSlug(actor, projectSlug);
  return slug ? ((await readRecord(actor, { kind: 'progress_report', slug }))?.content ?? null) : null;
}

/** Only what is public has a public page: what is new gets its own when it is published. */
function publicHref(locale: string, change: ChangeDetail, state: SubmissionDetail['state']): string | null {
  if (change.before === null && state !== 'approved' && change.kind !== 'progress_report') return null;
  const path = publicPath(change.kind, change.slug, change.content);
  return path ? `/${locale}${path === '/' ? '' : path}` : null;
}
