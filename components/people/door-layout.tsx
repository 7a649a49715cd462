import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import type { Operator } from '@/domain/operator';

export interface DoorLayoutProps {
  readonly operator: Operator | null;
  readonly children: ReactNode;
}

/** Around the pages that let people in: signing in, setting up, choosing a password. */
export async function DoorLayout({ operator, children }: DoorLayoutProps) {
  const { controls, errors, signIn } = await getMessages();
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <NextIntlClientProvider messages={{ controls, errors, signIn }}>
          <Page>{children}</Page>
        </NextIntlClientProvider>
      </main>
      <SiteFooter operator={operator} />
    </>
  );
}
