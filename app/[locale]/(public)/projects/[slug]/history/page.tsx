import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { historyTitle, RecordHistory } from '../../../_history/history-page';

type Props = PageProps<'/[locale]/projects/[slug]/history'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return historyTitle('project', (await params).slug, await searchParams);
}

export default async function ProjectHistoryPage({ params, searchParams }: Props) {
  const [{ locale, slug }, t, list] = [
    await params,
    await getTranslations('history'),
    await getTranslations('projects'),
  ];
  return (
    <RecordHistory
      searchParams={await searchParams}
      kind="project"
      slug={slug}
      history={{ of: 'project', slug }}
      intro={t('ofProject')}
      trail={[{ label: list('title'), href: `/${locale}/projects` }]}
      pageHref={`/${locale}/projects/${slug}`}
    />
  );
}
