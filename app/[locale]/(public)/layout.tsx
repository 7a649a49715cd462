import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { hrefOn } from '@/components/layout/asked-page';
import { Page } from '@/components/layout/page';
import { RecordDate } from '@/components/layout/record-date';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SiteSearch } from '@/components/search/site-search';
import { followedOn, followPath, mediaTypeOf } from '@/domain/follow/follow';
import { isPast } from '@/domain/past';
import { today } from '@/server/clock';
import { baseUrl } from '@/server/env';
import { readOperator } from '@/server/operator';
import { readFirstPublication } from '@/server/published/record-span';
import { askedPage } from '@/app/_public/asked-page';
import { titleInPast } from '@/app/_public/past-title';

// Pages ask the database when they are asked for, so that a build needs none. server/http keeps their answers.
export const dynamic = 'force-dynamic';

/**
 * Every page names the feeds that tell what changes on it. A past says so in its title, and search engines are led to today's page: there are as
 * many pasts as days.
 */
export async function generateMetadata(): Promise<Metadata> {
  const [page, site, locale, t] = await Promise.all([
    askedPage(),
    getTranslations('site'),
    getLocale(),
    getTranslations('follow'),
  ]);
  const of = followedOn(page.pathname);
  const feeds = Object.fromEntries(
    (['feed.atom', 'feed.json'] as const).map((form) => [
      mediaTypeOf[form],
      [
        {
          url: new URL(followPath(locale, form, of), baseUrl()).href,
          title: t(form === 'feed.atom' ? 'atom' : 'json'),
        },
      ],
    ]),
  );
  if (!isPast(page.past)) return { alternates: { types: feeds } };
  const name = site('name');
  return {
    title: { template: `${await titleInPast('%s', page.past)} | ${name}`, absolute: name },
    robots: { index: false },
    alternates: { canonical: new URL(hrefOn(page, {}), baseUrl()), types: feeds },
  };
}

export default async function PublicLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const [{ locale }, page, beginsOn] = await Promise.all([params, askedPage(), readFirstPublication()]);
  return (
    <>
      <SiteHeader
        search={<SiteSearch />}
        recordDate={
          <RecordDate
            page={page}
            today={today()}
            beginsOn={beginsOn}
            methodologyHref={`/${locale}/methodology#two-dates`}
            changesHref={`/${locale}/changes`}
          />
        }
      />
      <main id="content" tabIndex={-1}>
        <Page>{children}</Page>
      </main>
      <SiteFooter operator={readOperator()} />
    </>
  );
}
