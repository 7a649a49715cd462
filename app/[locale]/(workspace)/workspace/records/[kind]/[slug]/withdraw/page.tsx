import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { suffixFor } from '@/app/_edge/draft-in-address';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { recordInAddress } from '@/app/_edge/record-in-address';
import { PageHead } from '@/components/layout/page-head';
import { DraftNotice } from '@/components/review/draft-notice';
import { sendRecord } from '../../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.records'))('withdraw') };
}

export default async function WithdrawRecordPage(
  props: PageProps<'/[locale]/workspace/records/[kind]/[slug]/withdraw'>,
) {
  const { actor, locale, kind, kindText, slug, record, title, draft } = await recordInAddress(props);
  if (record.isWithdrawn) notFound();
  const t = await getTranslations();
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
