import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AmountsTable } from '@/components/budget/amounts-table';
import { BudgetByYear } from '@/components/budget/budget-by-year';
import { FilterChips } from '@/components/files/filter-chips';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { Link } from '@/components/layout/link';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { isOneYear } from '@/domain/budget/by-year';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import { accumulations, moneyKinds } from '@/domain/vocabulary';
import { type BudgetLine, readBudgetChoices, readBudgetLines } from '@/server/published/budget';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('budget');
  return { title: t('title'), description: t('standfirst') };
}

export default async function BudgetPage({ params, searchParams }: PageProps<'/[locale]/budget'>) {
  const [{ locale }, asked, t] = await Promise.all([params, searchParams, getTranslations('budget')]);
  const read = await askedTable('budget', asked);
  const action = `/${locale}/budget`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {read.ok ? (
        <Budget {...read.value} locale={locale} action={action} />
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

async function Budget({
  record,
  filters,
  locale,
  action,
}: AskedTable & {
  readonly locale: string;
  readonly action: string;
}) {
  const [lines, choices, t, words] = await Promise.all([
    readBudgetLines(record, filters, locale),
    readBudgetChoices(record, locale),
    getTranslations('budget'),
    getTranslations('words'),
  ]);
  const csv = `/data/budget.csv${filterQuery(filters)}`;
  const hrefFor = (other: FilterValues) => action + filterQuery(other);
  const isFiltered = Object.keys(filters).length > 0;
  // Money of one project is no part of a programme's year: the two are shown apart.
  const general = lines.filter(({ project }) => project === null);
  const parts: readonly { readonly id: string; readonly lines: readonly BudgetLine[] }[] = [
    { id: 'years', lines: general.filter((line) => line.accumulation === 'in_period' && isOneYear(line.period)) },
    { id: 'periods', lines: general.filter((line) => line.accumulation === 'in_period' && !isOneYear(line.period)) },
    { id: 'cumulative', lines: general.filter((line) => line.accumulation === 'cumulative') },
    { id: 'projects', lines: lines.filter(({ project }) => project !== null) },
  ];
  const currencies = [...new Set(general.map(({ currency }) => currency))].sort();
  const fields = [
    {
      name: 'kind',
      label: t('filters.kind'),
      options: moneyKinds.map((value) => ({ value, label: words(`moneyKind.${value}`) })),
    },
    {
      name: 'accumulation',
      label: t('filters.accumulation'),
      options: accumulations.map((value) => ({ value, label: words(`accumulation.${value}`) })),
    },
    { name: 'currency', label: t('filters.currency'), options: choices.currencies },
    { name: 'stated_by', label: t('filters.statedBy'), options: choices.statedBy },
  ];
  return (
    <>
      <FilterBar action={action} label={t('filters.label')}>
        {fields.map(({ name, label, options }) => (
          <FilterSelect key={name} name={name} label={label} value={filters[name]} options={options} />
        ))}
      </FilterBar>
      <FilterChips
        filters={filters}
        hrefFor={hrefFor}
        chips={fields.map(({ name, label, options }) => ({
          name,
          label,
          value: options.find(({ value }) => value === filters[name])?.label,
        }))}
      />
      {lines.length > 0 && <RowDownloads table="budget" query={filterQuery(filters)} />}
      {lines.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'nothingFound' : 'nothingYet')}
          way={isFiltered ? { href: action, label: t('wayBack') } : undefined}
        >
          {!isFiltered && <p>{t('nothingYetText')}</p>}
        </EmptyState>
      )}
      {parts.map(
        (part) =>
          part.lines.length > 0 && (
            <Section
              key={part.id}
              id={part.id}
              title={t(`parts.${part.id}.title`)}
              intro={<p>{t(`parts.${part.id}.intro`)}</p>}
            >
              {part.id === 'years' &&
                currencies.map((currency) => (
                  <BudgetByYear key={currency} lines={part.lines} currency={currency} csvHref={csv} />
                ))}
              <AmountsTable caption={t(`parts.${part.id}.title`)} lines={part.lines} locale={locale} />
            </Section>
          ),
      )}
      <Section id="method" title={t('method.title')}>
        <Prose>
          <p>{t('method.kinds')}</p>
          <p>{t('method.periods')}</p>
          <p>{t('method.currencies')}</p>
          <p>
            <Link href={`/${locale}/methodology#money`}>{t('method.more')}</Link>
          </p>
        </Prose>
      </Section>
    </>
  );
}
