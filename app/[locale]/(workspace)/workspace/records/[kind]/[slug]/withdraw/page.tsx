import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { labelsFor, titleOf } from '@/app/_edge/content-words';
import { draftIn, suffixFor } from '@/app/_edge/draft-in-address';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { PageHead } from '@/components/layout/page-head';
import { DraftNotice } from '@/components/review/draft-notice';
import { kindFromPath } from '@/domain/form/record-path';
import { may } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { readRecord } from '@/server/workspace/read-record';
import { sendRecord } from '../../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.records'))('withdraw') };
}

export default async function WithdrawRecordPage({
  params,
  searchParams,
}: PageProps<'/[locale]/workspace/records/[kind]/[slug]/withdraw'>) {
  const actor = await requireActor();
  const [{ kind: kindText, slug }, asked, t, locale] = [
    await params,
    await searchParams,
    await getTranslations(),
    await getLocale(),
  ];
  const kind = kindFromPath(kindText);
  if (!kind || !may(actor, 'record.propose', { kind }).ok) notFound();
  const record = await readRecord(actor, { kind, slug });
  if (!record || record.isWithdrawn) notFound();
  const draft = await draftIn(actor, asked.submission);
  const stated = { kind, slug, content: record.content };
  const title = titleOf(stated, await labelsFor(actor, locale, [stated]));
  return (
    <>
      <PageHead
        kicker={`${t('workspace.records.withdraw')} · ${t(`record.${kind}.name`)}`}
        title={title}
        standfirst={t('workspace.review.willBeWithdrawn')}
        breadcrumb={[
          { href: `/${locale}/workspace/records/${kindText}${suffixFor(draft)}`, label: t(`record.${kind}.plural`) },
          { href: `/${locale}/workspace/records/${kindText}/${slug}${suffixFor(draft)}`, label: title },
          { label: t('workspace.records.withdraw') },
        ]}
      />
      {draft && <DraftNotice href={`/${locale}/workspace/submissions/${draft.submissionId}`} title={draft.title} />}
      <RecordFormFor
        actor={actor}
        kind={kind}
        slug={slug}
        action="withdraw"
        baseVersion={record.version}
        content={record.content}
        draft={draft ?? undefined}
        send={sendRecord}
      />
    </>
  );
}
