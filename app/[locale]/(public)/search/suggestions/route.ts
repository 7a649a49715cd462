import { getTranslations } from 'next-intl/server';
import { keepPast } from '@/domain/past';
import { foundPath, longestSearch } from '@/domain/search/found';
import { searchRecord } from '@/server/published/search';
import { askedRecord } from '@/app/_public/asked-record';

const suggested = 8;

/** What the search box offers while one types: the first of what the results page shows, as JSON. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/search/suggestions'>,
): Promise<Response> {
  const { locale } = await params;
  const query = new URL(request.url).searchParams;
  const t = await getTranslations({ locale, namespace: 'search' });
  const asked = askedRecord(Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])));
  if (!asked.ok) return Response.json([], { status: 400 });
  const { record } = asked.value;
  const { found } = await searchRecord(record, {
    query: (query.get('q') ?? '').slice(0, longestSearch),
    locale,
    limit: suggested,
  });
  return Response.json(
    found.map(({ kind, slug, title, hint, foundAs }) => ({
      href: keepPast(`/${locale}${foundPath(kind, slug)}`, record.past),
      title,
      about: [t(`kind.${kind}`), hint, foundAs && t('foundAs', { name: foundAs })].filter(Boolean).join(' · '),
    })),
  );
}
