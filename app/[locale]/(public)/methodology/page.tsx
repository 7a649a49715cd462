import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverFigureFormat } from '@/components/figures/server-format';
import styles from '@/components/files/methodology.module.css';
import { OperatorContact } from '@/components/layout/operator-contact';
import { ForecastError } from '@/components/files/forecast-error';
import { QuotableRule } from '@/components/files/quotable-rule';
import { StatementShares } from '@/components/files/statement-shares';
import { DefinitionList } from '@/components/layout/definition-list';
import { Columns, PlainList, Prose, Section, Stack } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { readOperator } from '@/server/operator';
import { keptBacktest } from '@/domain/forecast/backtest-kept';
import { readStatementShares } from '@/server/published/data-tables';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('methodology');
  return { title: t('title'), description: t('standfirst') };
}

const definitions = [
  'project',
  'status',
  'referenceDate',
  'verification',
  'evidence',
  'return',
  'runningTotal',
  'target',
  'landmark',
  'money',
  'readiness',
  'zone',
] as const;

/** Each rule with its address; addresses are stable, since pages and other people link to them. */
const rules = [
  { id: 'figures', key: 'naked' },
  { id: 'unknown', key: 'unknown' },
  { id: 'never-added', key: 'neverAdded' },
  { id: 'dates', key: 'dates' },
  { id: 'slippage', key: 'slippage' },
  { id: 'late', key: 'late' },
  { id: 'expected-finish', key: 'expectedFinish' },
  { id: 'roll-up', key: 'rollUp' },
  { id: 'money', key: 'money' },
  { id: 'claims', key: 'claims' },
  { id: 'events', key: 'events' },
  { id: 'denominators', key: 'denominators' },
  { id: 'names', key: 'names' },
  { id: 'versions', key: 'versions' },
  { id: 'two-dates', key: 'twoDates' },
  { id: 'people', key: 'people' },
  { id: 'evidence', key: 'evidence' },
  { id: 'verification', key: 'verification' },
  { id: 'aggregates', key: 'aggregates' },
  { id: 'withheld', key: 'withheld' },
] as const;

const parts = [
  { id: 'definitions', key: 'definitions' },
  { id: 'rules', key: 'rules' },
  { id: 'forecast', key: 'forecast' },
  { id: 'limits', key: 'limits' },
  { id: 'gathered', key: 'gathered' },
  { id: 'who-runs-it', key: 'whoRunsIt' },
  { id: 'licence', key: 'licence' },
] as const;

export default async function MethodologyPage({ searchParams }: PageProps<'/[locale]/methodology'>) {
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record } = asked.value;
  const [shares, format, t, words, site] = await Promise.all([
    readStatementShares(record),
    serverFigureFormat(),
    getTranslations('methodology'),
    getTranslations('words'),
    getTranslations('site'),
  ]);
  const operator = readOperator();
  const total = shares.verification.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')}>
        <nav aria-label={t('contents')}>
          <PlainList>
            {parts.map(({ id, key }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`${key}.title`)}</a>
              </li>
            ))}
          </PlainList>
        </nav>
      </PageHead>

      <Section id="definitions" title={t('definitions.title')}>
        <DefinitionList
          entries={definitions.map((key) => ({
            term: t(`definitions.${key}.term`),
            description: t(`definitions.${key}.text`),
          }))}
        />
      </Section>

      <Section id="rules" title={t('rules.title')} intro={<p>{t('testing')}</p>}>
        <div className={styles.rules}>
          {rules.map(({ id, key }) => (
            <QuotableRule
              key={id}
              id={id}
              title={t(`rules.${key}.title`)}
              text={t(`rules.${key}.text`)}
              example={t(`rules.${key}.example`)}
            />
          ))}
        </div>
      </Section>

      <Section id="forecast" title={t('forecast.title')}>
        <ForecastError facts={keptBacktest.starterFacts} synthetic={keptBacktest.synthetic} />
      </Section>

      <Section id="limits" title={t('limits.title')}>
        <Prose>
          <p>{t('limits.sources')}</p>
          <p>{t('limits.silence')}</p>
          <p>{t('limits.age')}</p>
          <p>{t('limits.links')}</p>
        </Prose>
      </Section>

      <Section id="gathered" title={t('gathered.title')}>
        <Stack gap="wide">
          <Prose>
            <p>{t('gathered.how')}</p>
            <p>{t('gathered.bias')}</p>
            <p>{t('gathered.loaded')}</p>
            <p>{t('gathered.spelling')}</p>
          </Prose>
          {total > 0 && (
            <>
              <p>{t('gathered.shares', { total: format.number(total) })}</p>
              <Columns>
                <StatementShares
                  caption={t('gathered.verificationCaption')}
                  nameHead={t('gathered.kind')}
                  total={total}
                  shares={shares.verification.map(({ name, count }) => ({
                    name: words(`verification.${name}`),
                    count,
                  }))}
                />
                <StatementShares
                  caption={t('gathered.obtainedCaption')}
                  nameHead={t('gathered.kind')}
                  total={total}
                  shares={shares.obtained.map(({ name, count }) => ({ name: words(`obtainment.${name}`), count }))}
                />
              </Columns>
              <StatementShares
                caption={t('gathered.statedByCaption')}
                nameHead={t('gathered.name')}
                total={total}
                shares={shares.statedBy}
              />
            </>
          )}
        </Stack>
      </Section>

      <Section id="who-runs-it" title={t('whoRunsIt.title')}>
        <Prose>
          <p>{operator ? t('whoRunsIt.named', { name: operator.name }) : t('whoRunsIt.unnamed')}</p>
          <p>{t('whoRunsIt.text')}</p>
          <p>
            {operator?.contact
              ? t.rich('whoRunsIt.writeTo', { contact: () => <OperatorContact contact={operator.contact ?? ''} /> })
              : t('whoRunsIt.contact')}
          </p>
        </Prose>
      </Section>

      <Section id="licence" title={t('licence.title')}>
        <Prose>
          <p>{t('licence.facts')}</p>
          <p>{t('licence.software')}</p>
          <p>
            {t('licence.cite')}{' '}
            <cite>
              {t('licence.citation', { name: site('name'), page: t('title'), date: format.date(record.day) })}
            </cite>
          </p>
        </Prose>
      </Section>
    </>
  );
}
