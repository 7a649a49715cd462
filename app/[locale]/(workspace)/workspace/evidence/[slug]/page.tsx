import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { prepareEvidence } from '@/app/_edge/add-evidence';
import { draftIn } from '@/app/_edge/draft-in-address';
import { evidenceFields, refusalIn } from '@/app/_edge/evidence-form';
import { findingSentences } from '@/app/_edge/finding-sentences';
import { textIn } from '@/app/_edge/search-params';
import { EvidenceForm } from '@/components/evidence/evidence-form';
import { DraftNotice } from '@/components/review/draft-notice';
import { PageHead } from '@/components/layout/page-head';
import { ownTitle } from '@/domain/form/own-title';
import { type Actor, may } from '@/domain/permission';
import type { Finding } from '@/domain/record/finding';
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
  const typed = Object.fromEntries(Object.keys(asked).map((name) => [name, textIn(asked[name])]));
  const words = await getTranslations();
  const wrong = typed.problem === 'invalid-form' ? await wrongIn(actor, slug, draft?.submissionId ?? null, typed) : [];
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
        problem={refusalIn(typed, words)}
        wrong={findingSentences('source', wrong, words).errors}
        typed={typed}
        needsReason={change === undefined || (change.action === 'change' && !change.reason)}
        mostMib={env.CORNERSTONE_UPLOAD_MAX_MIB}
      />
    </>
  );
}

/** What is wrong with what was typed, by the same check that refused it. */
async function wrongIn(
  actor: Actor,
  sourceSlug: string,
  submissionId: string | null,
  typed: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> {
  const row = Object.fromEntries(['hash', ...evidenceFields].map((name) => [name, typed[name] || null]));
  const prepared = await prepareEvidence(actor, { sourceSlug, submissionId, row, reason: typed.reason ?? '' });
  return !prepared.ok && prepared.problem.kind === 'invalid-form' ? prepared.problem.findings : [];
}
