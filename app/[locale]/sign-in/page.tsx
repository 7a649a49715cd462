import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/layout/page-head';
import { SignInForm } from '@/components/people/sign-in-form';
import { returnPath } from '@/server/auth/return-path';
import { currentActor } from '@/server/session';
import { signInHere } from './actions';
import styles from '@/components/people/people.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const asked = await searchParams;
  const from = returnPath(typeof asked.from === 'string' ? asked.from : null);
  if (await currentActor()) redirect(from ?? `/${await getLocale()}/workspace`);

  const t = await getTranslations();
  return (
    <>
      <PageHead title={t('signIn.title')} standfirst={t('signIn.standfirst')} />
      <SignInForm action={signInHere} from={from} message={earlierRefusal(asked.error)} />
      <p className={styles.after}>{t('signIn.forgotten')}</p>
    </>
  );

  /** The next-auth route sends its refusals here. */
  function earlierRefusal(error: string | string[] | undefined): string | null {
    if (error === undefined) return null;
    return error === 'too-many-attempts' ? t('signIn.tooManyAttempts') : t('problem.wrong-credentials');
  }
}
