import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFound } from '@/components/layout/not-found';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors');
  return { title: t('notFoundTitle'), robots: { index: false } };
}

/**
 * What `notFound()` shows, as a page of its own: Next draws the other only in the browser, so a reader without
 * JavaScript would see nothing. The server sends this one, with status 404, for every page that is not found.
 */
export default NotFound;
