import { useLocale, useTranslations } from 'next-intl';
import { PageHead } from '@/components/layout/page-head';

/** Instead of the form, when a one-time link does not work: why, and whom to ask. */
export function SpentLink({ isSetUp = false }: { readonly isSetUp?: boolean }) {
  const t = useTranslations('signIn.spent');
  return (
    <PageHead title={t('title')} standfirst={isSetUp ? t('setUpText') : t('text')}>
      <a href={`/${useLocale()}/sign-in`}>{t('way')}</a>
    </PageHead>
  );
}
