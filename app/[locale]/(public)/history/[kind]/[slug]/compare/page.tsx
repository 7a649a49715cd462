import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { askedRecord } from '@/app/_public/asked-record';
import { historyTitle, nameOf } from '../../../../_history/history-page';
import { RefusedPast } from '@/app/_public/refused-past';
import { CompareForm } from '@/components/history/compare-form';
import { ComparedVersions } from '@/components/history/compared-versions';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { kindFromPath, recordPath } from '@/domain/form/record-path';
import { type VersionsAsked, readVersionsAsked } from '@/domain/history/versions-asked';
import type { RecordKind } from '@/domain/record/kinds';
import { readRevisions, readVersions } from '@/server/published/history';
import { readHistoryWords } from '@/server/published/history-words';
import type { PublicRecord } from '@/server/published/record-at';

type Props = PageProps<'/[locale]/history/[kind]/[slug]/compare'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { kind: kindText, slug } = await params;
  const kind = kindFromPath(kindText);
  return kind ? historyTitle(kind, slug, await searchParams, 'compareTitle') : {};
}

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ locale, kind: kindText, slug }, t] = [await params, await getTranslations()];
  const kind = kindFromPath(kindText);
  if (!kind) notFound();
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record, rest } = asked.value;
  const versions = await readVersions(record, { kind, slug });
  if (versions.length === 0) notFound();
  const chosen = readVersionsAsked(
    rest,
    versions.map(({ version }) => version),
  );
  const title = await nameOf(record, kind, slug, locale);
  const whole = `/${locale}/history/${recordPath(kind, slug)}`;
  return (
    <>
      <PageHead
        kicker={t('history.compare')}
        title={title}
        standfirst={t('history.compareStandfirst')}
        breadcrumb={[
          { label: t(`record.${kind}.plural`) },
          { label: t('history.title', { title }), href: whole },
          { label: t('history.compare') },
        ]}
      />
      {chosen.ok ? (
        <>
          <CompareForm action={`${whole}/compare`} versions={versions} {...chosen.value} />
          <Compared record={record} kind={kind} slug={slug} chosen={chosen.value} locale={locale} />
        </>
      ) : (
        <FilterRefused problem={chosen.problem} way={{ href: whole, label: t('history.whole') }} />
      )}
    </>
  );
}

interface ComparedProps {
  readonly record: PublicRecord;
  readonly kind: RecordKind;
  readonly slug: string;
  readonly chosen: VersionsAsked;
  readonly locale: string;
}

async function Compared({ record, kind, slug, chosen, locale }: ComparedProps) {
  const revisions = await readRevisions(record, { kind, slug }, [chosen.from, chosen.to]);
  const [from, to] = [revisions.get(chosen.from), revisions.get(chosen.to)];
  if (!from || !to) throw new Error(`${kind}/${slug} has lost a version it had a moment ago`);
  const words = await readHistoryWords(
    record,
    [from, to].map(({ after }) => ({ kind, slug, content: after })),
    locale,
  );
  return <ComparedVersions from={from} to={to} words={words} />;
}
