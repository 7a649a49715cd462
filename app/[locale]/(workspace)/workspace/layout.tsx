import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { SiteHeader } from '@/components/layout/site-header';
import { AccountMenu } from '@/components/people/account-menu';
import { may, type Actor } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { signOutHere } from './sign-out';

// Belongs to whoever is signed in, and is never kept.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspaceNav');
  return { title: { default: t('home'), template: `%s | ${t('workspace')}` }, robots: { index: false, follow: false } };
}

/** Around every page of the workspace. Each page asks for the actor too: a layout is not asked again on every visit. */
export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations('workspaceNav');
  const workspace = `/${await getLocale()}/workspace`;
  const {
    account,
    controls,
    errors,
    figures,
    layout,
    people,
    signIn,
    tokens,
    vocabulary,
    webhooks,
    words,
    workspace: forms,
  } = await getMessages();
  const { roles } = vocabulary;
  const links = pagesFor(actor).map(({ name, path }) => ({ href: `${workspace}${path}`, label: t(name) }));
  return (
    // What forms say in the browser; everything else is written on the server.
    <NextIntlClientProvider
      messages={{
        account,
        controls,
        errors,
        figures,
        layout,
        people,
        signIn,
        tokens,
        vocabulary: { roles },
        webhooks,
        words,
        workspace: forms,
      }}
    >
      <SiteHeader links={links}>
        <AccountMenu
          name={actor.name}
          role={actor.role}
          accountHref={`${workspace}/account`}
          publicHref={`/${await getLocale()}`}
          signOut={signOutHere}
        />
      </SiteHeader>
      <main id="content" tabIndex={-1}>
        <Page>{children}</Page>
      </main>
    </NextIntlClientProvider>
  );
}

function pagesFor(actor: Actor) {
  const isReviewer = actor.role !== 'editor';
  return [
    { name: 'home', path: '' },
    { name: 'report', path: '/report' },
    { name: 'submissions', path: '/submissions' },
    { name: 'records', path: '/records' },
    ...(isReviewer ? [{ name: 'review', path: '/review' } as const] : []),
    ...(may(actor, 'people.manage').ok ? [{ name: 'people', path: '/people' } as const] : []),
    ...(may(actor, 'webhook.manage').ok ? [{ name: 'webhooks', path: '/webhooks' } as const] : []),
    ...(may(actor, 'log.read').ok ? [{ name: 'log', path: '/log' } as const] : []),
  ] as const;
}
