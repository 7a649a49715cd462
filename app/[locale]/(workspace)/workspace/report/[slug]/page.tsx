import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { contentWords } from '@/app/_edge/content-words';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { PageHead } from '@/components/layout/page-head';
import { LastReport } from '@/components/review/last-report';
import type { Actor } from '@/domain/permission';
import { rowsOf, textOf } from '@/domain/record/content';
import { requireActor } from '@/server/session';
import { readReportStart, type ReportStart } from '@/server/workspace/read-report-start';
import { sendRecord } from '../../records/actions';
import { previewReport } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.report'))('title') };
}

export default async function ReportPage({ params }: PageProps<'/[locale]/workspace/report/[slug]'>) {
  const actor = await requireActor();
  const [{ slug }, t, locale] = [await params, await getTranslations('workspace.report'), await getLocale()];
  const start = await readReportStart(actor, slug);
  if (!start) notFound();
  const title = textOf(start.project, 'title') ?? slug;
  const last = start.last;
  const words = last
    ? await contentWords(actor, locale, [{ kind: 'progress_report', slug: last.slug, content: last.content }])
    : null;
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={title}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: t('home') },
          { href: `/${locale}/workspace/report`, label: t('chooseTitle') },
          { label: title },
        ]}
      />
      <RecordFormFor
        actor={actor}
        kind="progress_report"
        slug=""
        action="add"
        baseVersion={null}
        content={beginning(actor, slug, start)}
        settled={['projectSlug']}
        send={sendRecord}
        preview={previewReport}
        aside={<LastReport content={last?.content ?? null} words={words} href={`/${locale}/projects/${slug}`} />}
      />
    </>
  );
}

/** What rarely changes from report to report; every figure and its date are left to be entered. */
function beginning(
  actor: Actor,
  projectSlug: string,
  { project, last }: ReportStart,
): Readonly<Record<string, unknown>> {
  const before = last?.content ?? {};
  const counted = rowsOf(before, 'quantities').length > 0 ? rowsOf(before, 'quantities') : rowsOf(project, 'measures');
  return {
    projectSlug,
    kind: 'observation',
    quantities: counted.map(({ measure, basis }) => ({
      measure,
      quantity: null,
      qualifier: null,
      basis: basis ?? 'total_to_date',
      unitAsStated: null,
    })),
    currency: textOf(before, 'currency'),
    statedBySlug: actor.organisationSlug ?? textOf(before, 'statedBySlug'),
    obtained: 'found',
    verification: 'reported',
  };
}
