import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { labelsFor } from '@/app/_edge/content-words';
import { titleOf } from '@/domain/form/title-of';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { PageHead } from '@/components/layout/page-head';
import { kindFromPath } from '@/domain/form/record-path';
import { requireActor } from '@/server/session';
import { readDraftChanges } from '@/server/workspace/read-submission';
import { sendRecord } from '../../../../records/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.submission'))('edit') };
}

/** One record of one's own draft, as it was typed. */
export default async function EditChangePage({
  params,
}: PageProps<'/[locale]/workspace/submissions/[id]/[kind]/[slug]'>) {
  const actor = await requireActor();
  const [{ id, kind: kindText, slug }, t, locale] = [await params, await getTranslations(), await getLocale()];
  const [kind, draft] = [kindFromPath(kindText), await readDraftChanges(actor, id)];
  const change = draft.ok ? draft.value.changes.find((each) => each.kind === kind && each.slug === slug) : undefined;
  if (!draft.ok || !change) notFound();
  const title = titleOf(change, await labelsFor(actor, locale, [change]));
  return (
    <>
      <PageHead
        kicker={`${t(`record.${change.kind}.name`)} · ${t(`workspace.actions.${change.action}`)}`}
        title={title}
        breadcrumb={[
          { href: `/${locale}/workspace/submissions`, label: t('workspace.submission.mine') },
          { href: `/${locale}/workspace/submissions/${id}`, label: draft.value.title },
          { label: title },
        ]}
      />
      {change.kind === 'source' && change.action !== 'withdraw' && (
        <p>
          <a href={`/${locale}/workspace/evidence/${slug}?submission=${id}`}>{t('workspace.evidence.add')}</a>
        </p>
      )}
      <RecordFormFor
        actor={actor}
        kind={change.kind}
        slug={change.slug}
        action={change.action}
        baseVersion={change.baseVersion}
        content={change.content}
        draft={{ submissionId: id, rowVersion: draft.value.rowVersion }}
        drafted={change}
        send={sendRecord}
      />
    </>
  );
}
