import { NotFound } from '@/components/layout/not-found';
import { Page } from '@/components/layout/page';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { readOperator } from '@/server/operator';

export default function LocaleNotFound() {
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <Page>
          <NotFound />
        </Page>
      </main>
      <SiteFooter operator={readOperator()} />
    </>
  );
}
