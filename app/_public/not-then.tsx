import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/layout/empty-state';
import { PageHead } from '@/components/layout/page-head';
import { isPast } from '@/domain/past';
import type { PublicRecord } from '@/server/published/record-at';
import { isKnownNow } from '@/server/published/record-span';

/**
 * Instead of the page of a record that the day asked for does not know: says so where it is known today, and else is not
 * found. Awaited by the page, so that what is not found is a real 404.
 */
export async function notThen(record: PublicRecord, kind: 'project' | 'place' | 'landmark', slug: string) {
  if (!isPast(record.past) || !(await isKnownNow(kind, slug))) notFound();
  const t = await getTranslations('layout.past.notThen');
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState title={t('text')}>
        <p>{t('why')}</p>
      </EmptyState>
    </>
  );
}
