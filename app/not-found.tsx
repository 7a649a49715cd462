import type { Metadata } from 'next';
import { fontVariables } from '@/app/fonts';
import { PageHead } from '@/components/layout/page-head';
import { Page } from '@/components/layout/page';
import { defaultLocale } from '@/i18n/locales';
import messages from '@/messages/en.json';

const words = messages.errors;

export const metadata: Metadata = { title: words.notFoundTitle };

/** An address in no language: it brings its own `<html>`. */
export default function UnknownAddress() {
  return (
    <html lang={defaultLocale} className={fontVariables}>
      <body>
        <main>
          <Page>
            <PageHead title={words.notFoundTitle} standfirst={words.notFoundText}>
              <a href={`/${defaultLocale}`}>{words.notFoundHome}</a>
            </PageHead>
          </Page>
        </main>
      </body>
    </html>
  );
}
