import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeBlock } from '@/components/api/code-block';
import { apiExamples } from '@/components/api/examples';
import { writingExample } from '@/components/api/writing-example';
import { ExamplesList } from '@/components/api/examples-list';
import { ProblemsTable } from '@/components/api/problems-table';
import { RatesTable } from '@/components/api/rates-table';
import { ListsTable, RoutesTable, SharedParametersTable } from '@/components/api/route-tables';
import { Link } from '@/components/layout/link';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { largestLimit, usualLimit } from '@/domain/api/parameters';
import { apiRoot } from '@/domain/api/route';
import { isOwnTable, tableNames } from '@/domain/export/tables';
import { apiRates } from '@/server/api/rates';
import { baseUrl, env } from '@/server/env';
import { readExampleAnswer } from '@/server/export/api-example';
import { askedRecord } from '@/app/_public/asked-record';
import { RefusedPast } from '@/app/_public/refused-past';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api.page');
  return { title: t('title'), description: t('standfirst') };
}

/** How programs ask: what may be asked, what an answer is, what is refused, how often, and what stays. */
export default async function ApiPage({ params, searchParams }: PageProps<'/[locale]/data/api'>) {
  const [{ locale }, t, files] = await Promise.all([params, getTranslations('api.page'), getTranslations('files')]);
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const example = await readExampleAnswer(asked.value.record);
  const code = (words: React.ReactNode) => <code>{words}</code>;
  const linkTo = (href: string) => {
    const link = (words: React.ReactNode) => (
      <Link href={href} rel="nofollow">
        {words}
      </Link>
    );
    return link;
  };
  const records = tableNames.filter((table) => !isOwnTable(table));
  return (
    <>
      <PageHead
        title={t('title')}
        standfirst={t('standfirst')}
        breadcrumb={[{ label: files('title'), href: `/${locale}/data` }, { label: t('title') }]}
      />
      <Section id="start" title={t('start.title')}>
        <Prose>
          <p>{t.rich('start.root', { code, root: `${baseUrl()}${apiRoot}` })}</p>
          <p>{t.rich('start.openapi', { link: (words) => <a href={`${apiRoot}/openapi.json`}>{words}</a> })}</p>
          <p>{t('start.same')}</p>
          <p>{t.rich('start.files', { link: linkTo(`/${locale}/data`) })}</p>
        </Prose>
      </Section>
      <Section
        id="answer"
        title={t('answer.title')}
        intro={<p>{t.rich('answer.intro', { link: linkTo(example.address), address: example.address })}</p>}
      >
        <CodeBlock
          label={t('answer.label', { address: example.address })}
          code={JSON.stringify(example.answer, null, 2)}
        />
      </Section>
      <Section id="routes" title={t('routes.title')} intro={<p>{t('routes.intro')}</p>}>
        <RoutesTable />
        <Prose>
          <p>{t('routes.records', { list: records.join(', ') })}</p>
        </Prose>
        <SharedParametersTable />
        <Prose>
          <p>{t('routes.tables')}</p>
        </Prose>
        <ListsTable tableHref={(table) => `/${locale}/data/${table}`} />
      </Section>
      <Section id="paging" title={t('paging.title')}>
        <Prose>
          <p>{t.rich('paging.text', { code, most: largestLimit, usual: usualLimit })}</p>
          <p>{t.rich('paging.cursor', { code })}</p>
        </Prose>
      </Section>
      <Section id="days" title={t('dates.title')}>
        <Prose>
          <p>{t.rich('dates.asOf', { code })}</p>
          <p>{t.rich('dates.until', { code })}</p>
          <p>
            {t.rich('dates.both', { code })} <Link href={`/${locale}/methodology#two-dates`}>{t('dates.more')}</Link>
          </p>
        </Prose>
      </Section>
      <Section id="again" title={t('again.title')}>
        <Prose>
          <p>{t.rich('again.text', { code })}</p>
          <p>{t('again.open')}</p>
        </Prose>
      </Section>
      <Section id="writing" title={t('writing.title')} intro={<p>{t('writing.intro')}</p>}>
        <Prose>
          <p>{t.rich('writing.token', { code })}</p>
          <p>{t.rich('writing.key', { code })}</p>
          <p>{t.rich('writing.body', { code })}</p>
          <p>{t.rich('writing.refused', { code })}</p>
          <p>{t('writing.rate', { most: env.CORNERSTONE_API_SUBMISSIONS_PER_MINUTE })}</p>
        </Prose>
        <CodeBlock label={t('writing.label')} code={writingExample(baseUrl())} />
      </Section>
      <Section id="refused" title={t('errors.title')} intro={<p>{t.rich('errors.intro', { code })}</p>}>
        <ProblemsTable />
      </Section>
      <Section id="rates" title={t('rates.title')} intro={<p>{t.rich('rates.intro', { code })}</p>}>
        <RatesTable rates={apiRates()} />
      </Section>
      <Section id="promise" title={t('promise.title')}>
        <Prose>
          <p>{t('promise.text')}</p>
          <p>{t('promise.next')}</p>
          <p>{t('promise.records')}</p>
        </Prose>
      </Section>
      <Section id="examples" title={t('examples.title')} intro={<p>{t('examples.intro')}</p>}>
        <ExamplesList examples={apiExamples(baseUrl(), example.placeSlug)} />
      </Section>
    </>
  );
}
