import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { DoorForm } from '@/components/people/door-form';
import { SpentLink } from '@/components/people/spent-link';
import { readLink } from '@/server/auth/one-time-link';
import { choosePasswordHere } from './actions';

// The address is the key: no other site is told it. (With none told at all, a browser hides its origin and the form is refused.)
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.reset');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function PasswordPage({ params }: PageProps<'/[locale]/password/[token]'>) {
  const { token } = await params;
  const link = await readLink(token);
  if (!link?.person) return <SpentLink />;
  const { email, name } = link.person;
  const isInvitation = link.purpose === 'invitation';
  const t = await getTranslations(isInvitation ? 'signIn.invited' : 'signIn.reset');
  return (
    <>
      <PageHead title={t('title', { name })} standfirst={t('standfirst', { email })} />
      <DoorForm
        action={choosePasswordHere}
        actionLabel={t('action')}
        token={token}
        email={email}
        name={isInvitation ? name : null}
      />
    </>
  );
}
