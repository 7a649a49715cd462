import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { RecordDate } from '@/components/layout/record-date';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { today } from '@/server/clock';

// Pages ask the database when they are asked for, so that a build needs none. server/http keeps their answers.
export const dynamic = 'force-dynamic';

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader recordDate={<RecordDate today={today()} />} />
      <main id="content" tabIndex={-1}>
        <Page>{children}</Page>
      </main>
      <SiteFooter />
    </>
  );
}
