import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { draftIn } from '@/app/_edge/draft-in-address';
import { textIn } from '@/app/_edge/search-params';
import { EvidenceForm } from '@/components/evidence/evidence-form';
import { DraftNotice } from '@/components/review/draft-notice';
import { PageHead } from '@/components/layout/page-head';
import { ownTitle } from '@/domain/form/own-title';
import { may } from '@/domain/permission';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readFileFacts } from '@/server/workspace/evidence-file';
import { readRecord } from '@/server/workspace/read-record';
import { readDraftChanges } from '@/server/workspace/read-submission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.evidence'))('add') };
}

/** One more photo or document of a source: a plain form, which needs no JavaScript. */
export default async function AddEvidencePage({
  params,
  searchParams,
}: PageProps<'/[locale]/workspace/evidence/[slug]'>) {
  const actor = await requireActor();
  const [{ slug }, asked, t, locale] = [
    await params,
    await searchParams,
    await getTranslations('workspace.evidence'),
    await getLocale(),
  ];
  if (!may(actor, 'record.propose', { kind: 'source' }).ok) notFound();
  const draft = await draftIn(actor, asked.submission);
  const drafted = draft ? await readDraftChanges(actor, draft.submissionId) : null;
  const change = drafted?.ok
    ? drafted.value.changes.find((each) => each.kind === 'source' && each.slug === slug)
    : undefined;
  const published = await readRecord(actor, { kind: 'source', slug });
  if (!change && !published) notFound();
  const hash = textIn(asked.hash);
  const title = ownTitle('source', change?.content ?? published?.content) ?? slug;
  const workspace = `/${locale}/workspace`;
  return (
    <>
      <PageHead
        kicker={t('add')}
        title={title}
        breadcrumb={[{ href: `${workspace}/records/source/${slug}`, label: title }, { label: t('add') }]}
      >
        <p>{t('sentence')}</p>
      </PageHead>
      {draft && <DraftNotice href={`${workspace}/submissions/${draft.submissionId}`} title={draft.title} />}
      <EvidenceForm
        locale={locale}
        source={slug}
        submission={draft?.submissionId ?? null}
        kept={(await readFileFacts(actor, [hash]))[hash] ?? null}
        problem={textIn(asked.problem) || null}
        wrong={[asked.wrong ?? []].flat()}
        typed={Object.fromEntries(Object.keys(asked).map((name) => [name, textIn(asked[name])]))}
        needsReason={change === undefined || (change.action === 'change' && !change.reason)}
        mostMib={env.CORNERSTONE_UPLOAD_MAX_MIB}
      />
    </>
  );
}
