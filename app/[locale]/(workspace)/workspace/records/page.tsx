import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { suffixFor, draftIn } from '@/app/_edge/draft-in-address';
import { serverFigureFormat } from '@/components/figures/server-format';
import { DraftNotice } from '@/components/review/draft-notice';
import { PlainList } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { RecordLine } from '@/components/review/record-line';
import { kindInPath } from '@/domain/form/record-path';
import { requireActor } from '@/server/session';
import { countRecords } from '@/server/workspace/read-record';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.records'))('title') };
}

export default async function RecordKindsPage({ searchParams }: PageProps<'/[locale]/workspace/records'>) {
  const actor = await requireActor();
  const [t, locale, format] = [await getTranslations(), await getLocale(), await serverFigureFormat()];
  const [counts, draft] = [await countRecords(actor), await draftIn(actor, (await searchParams).submission)];
  return (
    <>
      <PageHead
        title={t('workspace.records.title')}
        standfirst={t('workspace.records.standfirst')}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: t('workspace.report.home') },
          { label: t('workspace.records.title') },
        ]}
      />
      {draft && <DraftNotice href={`/${locale}/workspace/submissions/${draft.submissionId}`} title={draft.title} />}
      <PlainList>
        {[...counts].map(([kind, count]) => (
          <RecordLine
            key={kind}
            href={`/${locale}/workspace/records/${kindInPath(kind)}${suffixFor(draft)}`}
            title={t(`record.${kind}.plural`)}
            hint={`${format.number(count)} · ${t(`record.${kind}.sentence`)}`}
          />
        ))}
      </PlainList>
    </>
  );
}
