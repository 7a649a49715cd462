import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { historyTitle, RecordHistory } from '../../../_history/history-page';

type Props = PageProps<'/[locale]/places/[slug]/history'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return historyTitle('place', (await params).slug, await searchParams);
}

export default async function PlaceHistoryPage({ params, searchParams }: Props) {
  const [{ locale, slug }, t, list] = [await params, await getTranslations('history'), await getTranslations('places')];
  return (
    <RecordHistory
      searchParams={await searchParams}
      kind="place"
      slug={slug}
      history={{ of: 'place', slug }}
      intro={t('ofPlace')}
      trail={[{ label: list('title'), href: `/${locale}/places` }]}
      pageHref={`/${locale}/places/${slug}`}
    />
  );
}
