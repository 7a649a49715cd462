import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { historyTitle, RecordHistory } from '../../../_history/history-page';

type Props = PageProps<'/[locale]/heritage/[slug]/history'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return historyTitle('landmark', (await params).slug, await searchParams);
}

export default async function LandmarkHistoryPage({ params, searchParams }: Props) {
  const [{ locale, slug }, t, list] = [
    await params,
    await getTranslations('history'),
    await getTranslations('heritage'),
  ];
  return (
    <RecordHistory
      searchParams={await searchParams}
      kind="landmark"
      slug={slug}
      history={{ of: 'landmark', slug }}
      intro={t('ofLandmark')}
      trail={[{ label: list('title'), href: `/${locale}/heritage` }]}
      pageHref={`/${locale}/heritage/${slug}`}
    />
  );
}
