import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { draftIn, suffixFor } from '@/app/_edge/draft-in-address';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { textIn } from '@/app/_edge/search-params';
import { PageHead } from '@/components/layout/page-head';
import { DraftNotice } from '@/components/review/draft-notice';
import { kindFromPath } from '@/domain/form/record-path';
import { type Actor, may } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { requireActor } from '@/server/session';
import { sendRecord } from '../../actions';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/workspace/records/[kind]/new'>): Promise<Metadata> {
  const kind = kindFromPath((await params).kind);
  const t = await getTranslations();
  return kind ? { title: t('workspace.records.add', { kind: t(`record.${kind}.name`) }) } : {};
}

export default async function NewRecordPage({
  params,
  searchParams,
}: PageProps<'/[locale]/workspace/records/[kind]/new'>) {
  const actor = await requireActor();
  const [{ kind: kindText }, asked, t, locale] = [
    await params,
    await searchParams,
    await getTranslations(),
    await getLocale(),
  ];
  const kind = kindFromPath(kindText);
  if (!kind || !may(actor, 'record.propose', { kind }).ok) notFound();
  const draft = await draftIn(actor, asked.submission);
  const title = t('workspace.records.add', { kind: t(`record.${kind}.name`) });
  return (
    <>
      <PageHead
        title={title}
        standfirst={t(`record.${kind}.sentence`)}
        breadcrumb={[
          { href: `/${locale}/workspace/records${suffixFor(draft)}`, label: t('workspace.records.title') },
          { href: `/${locale}/workspace/records/${kindText}${suffixFor(draft)}`, label: t(`record.${kind}.plural`) },
          { label: title },
        ]}
      />
      {draft && <DraftNotice href={`/${locale}/workspace/submissions/${draft.submissionId}`} title={draft.title} />}
      <RecordFormFor
        actor={actor}
        kind={kind}
        slug=""
        action="add"
        baseVersion={null}
        content={beginning(actor, kind, asked)}
        draft={draft ?? undefined}
        send={sendRecord}
      />
    </>
  );
}

/** What the address says (`?projectSlug=`), who enters it, and what is so for nearly every record. */
function beginning(
  actor: Actor,
  kind: RecordKind,
  asked: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, unknown>> {
  const { fields } = records[kind];
  const defaults: Readonly<Record<string, string | null>> = {
    obtained: 'found',
    verification: 'reported',
    statedBySlug: actor.organisationSlug,
    titleBasis: 'headline',
    stage: 'happened',
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const named = field.type === 'reference' ? textIn(asked[name]) : '';
      const value = named || defaults[name];
      return value ? [[name, value]] : [];
    }),
  );
}
