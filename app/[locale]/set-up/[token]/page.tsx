import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { DoorForm } from '@/components/people/door-form';
import { SpentLink } from '@/components/people/spent-link';
import { readLink } from '@/server/auth/one-time-link';
import { setUpHere } from './actions';

// The address is the key: no other site is told it. (With none told at all, a browser hides its origin and the form is refused.)
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.setUp');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function SetUpPage({ params }: PageProps<'/[locale]/set-up/[token]'>) {
  const { token } = await params;
  const link = await readLink(token);
  if (link?.purpose !== 'first_administrator') return <SpentLink isSetUp />;
  const t = await getTranslations('signIn.setUp');
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      <DoorForm action={setUpHere} actionLabel={t('action')} token={token} asksEmail name="" />
    </>
  );
}
