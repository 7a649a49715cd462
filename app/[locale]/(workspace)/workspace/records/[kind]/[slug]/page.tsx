import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { suffixFor } from '@/app/_edge/draft-in-address';
import { RecordFormFor } from '@/app/_edge/record-form-for';
import { recordInAddress } from '@/app/_edge/record-in-address';
import { textIn } from '@/app/_edge/search-params';
import { Notice } from '@/components/layout/notice';
import { Section, Stack } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { DraftNotice } from '@/components/review/draft-notice';
import { EarlierVersionNotice } from '@/components/review/earlier-version-notice';
import { OpenChanges } from '@/components/review/open-changes';
import { VersionList } from '@/components/review/version-list';
import { dayIn } from '@/domain/calendar';
import { publicPath } from '@/domain/form/public-path';
import { kindInPath } from '@/domain/form/record-path';
import { relatedKinds } from '@/domain/form/related-kinds';
import type { Actor } from '@/domain/permission';
import type { Finding } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { checkEarlierVersion } from '@/server/commands/check-earlier-version';
import { env } from '@/server/env';
import { readOpenChanges } from '@/server/workspace/read-open-changes';
import { readRecord, readVersionsOf } from '@/server/workspace/read-record';
import { sendRecord } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.records'))('change') };
}

export default async function EditRecordPage(props: PageProps<'/[locale]/workspace/records/[kind]/[slug]'>) {
  const { actor, locale, kind, kindText, slug, record, title, draft } = await recordInAddress(props);
  const [asked, t] = [await props.searchParams, await getTranslations()];
  const versions = await readVersionsOf(actor, { kind, slug });
  const again = await proposedAgain(actor, { kind, slug }, textIn(asked.version));
  const [workspace, path] = [`/${locale}/workspace`, publicPath(kind, slug, record.content)];
  return (
    <>
      <PageHead
        kicker={`${t(again ? 'workspace.versions.again' : 'workspace.records.change')} · ${t(`record.${kind}.name`)} · ${slug}`}
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
          {kind === 'source' && (
            <span>
              {' · '}
              <a href={`${workspace}/evidence/${slug}${suffixFor(draft)}`}>{t('workspace.evidence.add')}</a>
            </span>
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
        {textIn(asked.version) && (
          <EarlierVersionNotice
            asked={textIn(asked.version)}
            found={again}
            current={record.version}
            versions={versions.map(({ version }) => version)}
          />
        )}
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
        content={again?.content ?? record.content}
        draft={draft ?? undefined}
        send={sendRecord}
        earlier={again ?? undefined}
      />
      <Section id="versions" title={t('workspace.versions.title')} intro={<p>{t('workspace.versions.intro')}</p>}>
        <VersionList
          versions={versions.slice(0, shownVersions).map(({ publishedAt, ...version }) => ({
            ...version,
            publishedOn: dayIn(env.CORNERSTONE_TIME_ZONE, publishedAt),
          }))}
          current={record.version}
          hrefFor={(version) => `${workspace}/records/${kindText}/${slug}?version=${version}`}
        />
        <p>
          <a href={`/${locale}/history/${kindText}/${slug}`}>
            {t('workspace.versions.history', { count: versions.length })}
          </a>
        </p>
      </Section>
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

/** Longer lists are one link away. */
const shownVersions = 20;

/** An earlier version to begin with, and what of it would be refused today; null when none is asked for or there is none. */
async function proposedAgain(actor: Actor, key: { kind: RecordKind; slug: string }, asked: string) {
  const version = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
  const earlier = version === null ? null : await readRecord(actor, { ...key, version });
  if (!earlier) return null;
  const found = await checkEarlierVersion(actor, { ...key, content: earlier.content });
  const isGone = ({ code, path }: Finding) => code === 'unknown-field' && !path.includes('.');
  return {
    version: earlier.version,
    content: earlier.content,
    goneFields: found.filter(isGone).map(({ path }) => path),
    findings: found.filter((finding) => !isGone(finding)),
  };
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
