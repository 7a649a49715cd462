import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { labelsFor, titleOf } from '@/app/_edge/content-words';
import { draftIn, suffixFor } from '@/app/_edge/draft-in-address';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { Notice } from '@/components/layout/notice';
import { Stack } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { DraftNotice } from '@/components/review/draft-notice';
import { OpenChanges } from '@/components/review/open-changes';
import { publicPath } from '@/domain/form/public-path';
import { kindFromPath, kindInPath } from '@/domain/form/record-path';
import { relatedKinds } from '@/domain/form/related-kinds';
import { may } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { readOpenChanges } from '@/server/workspace/read-open-changes';
import { readRecord } from '@/server/workspace/read-record';
import { sendRecord } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.records'))('change') };
}

export default async function EditRecordPage({
  params,
  searchParams,
}: PageProps<'/[locale]/workspace/records/[kind]/[slug]'>) {
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
  if (!record) notFound();
  const draft = await draftIn(actor, asked.submission);
  const stated = { kind, slug, content: record.content };
  const title = titleOf(stated, await labelsFor(actor, locale, [stated]));
  const [workspace, path] = [`/${locale}/workspace`, publicPath(kind, slug, record.content)];
  return (
    <>
      <PageHead
        kicker={`${t('workspace.records.change')} · ${t(`record.${kind}.name`)} · ${slug}`}
        title={title}
        breadcrumb={[
          { href: `${workspace}/records${suffixFor(draft)}`, label: t('workspace.records.title') },
          { href: `${workspace}/records/${kindText}${suffixFor(draft)}`, label: t(`record.${kind}.plural`) },
          { label: title },
        ]}
      >
        <p>
          {path && !record.isWithdrawn && (
            <a href={`/${locale}${path === '/' ? '' : path}`}>{t('workspace.publicPage')}</a>
          )}
          {relatedKinds(kind).map((related) => (
            <span key={related.kind}>
              {' · '}
              <a href={relatedHref(workspace, related, slug, draft?.submissionId)}>
                {t('workspace.records.add', { kind: t(`record.${related.kind}.name`) })}
              </a>
            </span>
          ))}
        </p>
      </PageHead>
      <Stack>
        {draft && <DraftNotice href={`${workspace}/submissions/${draft.submissionId}`} title={draft.title} />}
        {record.isWithdrawn && (
          <Notice tone="warning" title={t('workspace.records.withdrawnTitle')}>
            <p>{t('workspace.records.withdrawnText')}</p>
          </Notice>
        )}
        <OpenChanges
          changes={await readOpenChanges(actor, { kind, slug })}
          hrefFor={(id) => `${workspace}/submissions/${id}`}
        />
      </Stack>
      <RecordFormFor
        actor={actor}
        kind={kind}
        slug={slug}
        action="change"
        baseVersion={record.version}
        content={record.content}
        draft={draft ?? undefined}
        send={sendRecord}
      />
      {!record.isWithdrawn && (
        <p>
          <a href={`${workspace}/records/${kindText}/${slug}/withdraw${suffixFor(draft)}`}>
            {t('workspace.records.withdraw')}
          </a>
        </p>
      )}
    </>
  );
}

function relatedHref(
  workspace: string,
  { kind, field }: ReturnType<typeof relatedKinds>[number],
  slug: string,
  submissionId?: string,
): string {
  if (kind === 'progress_report' && !submissionId) return `${workspace}/report/${slug}`;
  const asked = new URLSearchParams({ [field]: slug, ...(submissionId ? { submission: submissionId } : {}) });
  return `${workspace}/records/${kindInPath(kind)}/new?${asked}`;
}
