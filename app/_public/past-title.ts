import { getTranslations } from 'next-intl/server';
import { serverFigureFormat } from '@/components/figures/server-format';
import type { Past } from '@/domain/past';

/** The title of a page says which past it shows; today's says nothing more. */
export async function titleInPast(title: string, { asOf, until }: Past): Promise<string> {
  const [t, format] = await Promise.all([getTranslations('layout.past.pageTitle'), serverFigureFormat()]);
  const days = { title, asOf: asOf ? format.date(asOf) : '', until: until ? format.date(until) : '' };
  if (asOf && until) return t('both', days);
  return asOf ? t('said', days) : until ? t('happened', days) : title;
}
