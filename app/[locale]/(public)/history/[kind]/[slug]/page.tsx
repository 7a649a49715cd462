import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { historyTitle, RecordHistory } from '../../../_history/history-page';
import { publicPath } from '@/domain/form/public-path';
import { kindFromPath } from '@/domain/form/record-path';

type Props = PageProps<'/[locale]/history/[kind]/[slug]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { kind: kindText, slug } = await params;
  const kind = kindFromPath(kindText);
  return kind ? historyTitle(kind, slug, await searchParams) : {};
}

export default async function RecordHistoryPage({ params, searchParams }: Props) {
  const [{ locale, kind: kindText, slug }, t] = [await params, await getTranslations()];
  const kind = kindFromPath(kindText);
  if (!kind) notFound();
  const hasOwnPage = kind === 'project' || kind === 'place';
  const path = hasOwnPage ? publicPath(kind, slug, null) : kind === 'landmark' ? `/heritage/${slug}` : null;
  return (
    <RecordHistory
      searchParams={await searchParams}
      kind={kind}
      slug={slug}
      history={{ of: 'record', kind, slug }}
      intro={t('history.ofRecord')}
      trail={[{ label: t(`record.${kind}.plural`) }]}
      pageHref={path && `/${locale}${path}`}
    />
  );
}
