import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChangedRecords } from '@/components/changes/changed-records';
import { ChangesBy, type CountedChanges } from '@/components/changes/changes-by';
import { ManyRevised } from '@/components/changes/many-revised';
import { PlannedMovement, PromisesMoved, TotalMovement } from '@/components/changes/movement-tables';
import { SectorMark } from '@/components/figures/marks';
import { serverFigureFormat } from '@/components/figures/server-format';
import { FilterChips } from '@/components/files/filter-chips';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FollowLinks } from '@/components/layout/follow-links';
import { FilterBar, FilterDay, FilterSelect } from '@/components/layout/filter-bar';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { FilterRefused } from '@/components/projects/filter-refused';
import { comparedDays } from '@/domain/compared-days';
import { filterQuery, type FilterValues } from '@/domain/export/filters';
import { pageNumber, readParameters } from '@/domain/filter';
import { recordKinds } from '@/domain/record/kinds';
import { recordChanges, sectors } from '@/domain/vocabulary';
import { type ChangeGroup, changesPerPage, mostComparedOnPage, readChanges } from '@/server/published/changes';
import { readHistoryWords } from '@/server/published/history-words';
import { readMovement } from '@/server/published/movement';
import { readFilterChoices } from '@/server/published/projects';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('changes');
  return { title: t('title'), description: t('standfirst') };
}

export default async function ChangesPage({ params, searchParams }: PageProps<'/[locale]/changes'>) {
  const [{ locale }, { page: askedPage, ...rest }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('changes'),
  ]);
  const action = `/${locale}/changes`;
  const page = readParameters({ page: askedPage }, { page: pageNumber });
  const asked = page.ok ? await askedTable('changes', rest) : page;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')}>
        <FollowLinks hasDates />
      </PageHead>
      {page.ok && asked.ok ? (
        <Changes {...asked.value} page={Number(page.value.page ?? 1)} action={action} locale={locale} />
      ) : (
        !asked.ok && <FilterRefused problem={asked.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

interface ChangesProps extends AskedTable {
  readonly page: number;
  readonly action: string;
  readonly locale: string;
}

async function Changes({ record, filters, page, action, locale }: ChangesProps) {
  const latest = record.publishedUpTo;
  const days = comparedDays(filters, latest);
  if (!days.ok) throw new Error(`Days passed that cannot be compared: ${days.problem.name}`);
  const sector = sectors.find((one) => one === filters.sector) ?? null;
  const kind = recordKinds.find((one) => one === filters.kind);
  const [changes, movement, choices, format, t, words, kinds] = await Promise.all([
    readChanges(record, days.value, filters, page, locale),
    readMovement(days.value, { sector, place: filters.place ?? null }, locale),
    readFilterChoices(record, locale),
    serverFigureFormat(),
    getTranslations('changes'),
    getTranslations('words'),
    getTranslations('record'),
  ]);
  const { groups, lines, total, revised } = changes;
  const contentWords = await readHistoryWords(
    record,
    lines.flatMap(({ kind, slug, before, after }) => [before, after].map((content) => ({ kind, slug, content }))),
    locale,
  );
  const hrefFor = (other: Readonly<Record<string, string | number | null | undefined>>) => action + filterQuery(other);
  const placeHref = (slug: string) => `/${locale}/places/${slug}`;
  const hasMovement = movement.planned.length + movement.promised.length + movement.totals.length > 0;
  const { from, to, ...narrowing } = filters;
  const keptDays = { from, to };
  return (
    <>
      <FilterBar action={action} label={t('filters.label')} hidden={kind ? { kind } : undefined}>
        <FilterDay name="from" label={t('filters.from')} value={from} latest={latest} />
        <FilterDay name="to" label={t('filters.to')} value={to} latest={latest} />
        <FilterSelect
          name="change"
          label={t('filters.change')}
          value={filters.change}
          options={recordChanges.map((value) => ({ value, label: t(`change.${value}`) }))}
        />
        <FilterSelect
          name="sector"
          label={t('filters.sector')}
          value={filters.sector}
          options={sectors.map((value) => ({ value, label: words(`sector.${value}`) }))}
        />
        <FilterSelect name="place" label={t('filters.place')} value={filters.place} options={choices.places} />
      </FilterBar>
      <FilterChips
        filters={narrowing}
        hrefFor={(other: FilterValues) => hrefFor({ ...keptDays, ...other })}
        chips={[
          {
            name: 'change',
            label: t('filters.change'),
            value: labelOf(recordChanges, filters.change, (one) => t(`change.${one}`)),
          },
          { name: 'kind', label: t('filters.kind'), value: kind && kinds(`${kind}.plural`) },
          { name: 'sector', label: t('filters.sector'), value: sector ? words(`sector.${sector}`) : undefined },
          {
            name: 'place',
            label: t('filters.place'),
            value: choices.places.find(({ value }) => value === filters.place)?.label,
          },
        ]}
      />
      {revised ? (
        <ManyRevised
          revised={revised}
          compared={mostComparedOnPage}
          from={days.value.from}
          to={days.value.to}
          kindHref={(one) => hrefFor({ ...filters, kind: one })}
        />
      ) : (
        <p>
          {t('found', {
            count: total,
            records: format.number(total),
            from: format.date(days.value.from),
            to: format.date(days.value.to),
          })}
        </p>
      )}
      {revised ? null : total === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      ) : (
        <>
          <Section id="sectors" title={t('bySector')} intro={<p>{t('bySectorIntro')}</p>}>
            <ChangesBy caption={t('bySector')} head={t('filters.sector')} rows={bySector(groups, t('noSector'))} />
          </Section>
          <Section id="places" title={t('byPlace')}>
            <ChangesBy
              caption={t('byPlace')}
              head={t('filters.place')}
              rows={byDistrict(groups, t('noPlace'), placeHref)}
            />
          </Section>
        </>
      )}
      <Section id="movement" title={t('movement.title')} intro={<p>{t('movement.intro')}</p>}>
        {!hasMovement && <p>{t('movement.nothing')}</p>}
        {movement.planned.length > 0 && <PlannedMovement moved={movement.planned} />}
        {movement.promised.length > 0 && <PromisesMoved moved={movement.promised} />}
        {movement.totals.length > 0 && <TotalMovement moved={movement.totals} placeHref={placeHref} />}
      </Section>
      {total > 0 && (
        <Section id="records" title={t(revised ? 'latestRecords' : 'records')}>
          <RowDownloads table="changes" query={filterQuery(filters)} />
          {lines.length > 0 ? (
            <ChangedRecords records={lines} words={contentWords} base={`/${locale}`} />
          ) : (
            <EmptyState title={t('noPage')} way={{ href: hrefFor(filters), label: t('firstPage') }} />
          )}
          <Pagination
            page={page}
            pageSize={changesPerPage}
            total={total}
            hrefFor={(number) => hrefFor({ ...filters, page: number > 1 ? number : null })}
          />
        </Section>
      )}
    </>
  );
}

function labelOf<Value extends string>(
  values: readonly Value[],
  found: string | undefined,
  label: (value: Value) => string,
) {
  const value = values.find((one) => one === found);
  return value === undefined ? undefined : label(value);
}

/** What belongs to no sector (counts of people, sources, places) is in a row of its own. */
function bySector(groups: readonly ChangeGroup[], noSector: string): readonly CountedChanges[] {
  return counted(
    groups,
    ({ sector }) => sector ?? '',
    ({ sector }) => (sector ? <SectorMark sector={sector} /> : noSector),
  );
}

function byDistrict(
  groups: readonly ChangeGroup[],
  noPlace: string,
  href: (slug: string) => string,
): readonly CountedChanges[] {
  return counted(
    groups,
    ({ districtSlug }) => districtSlug ?? '',
    ({ districtSlug, districtName }) =>
      districtSlug ? <Link href={href(districtSlug)}>{districtName}</Link> : noPlace,
  );
}

function counted(
  groups: readonly ChangeGroup[],
  keyOf: (group: ChangeGroup) => string,
  nameOf: (group: ChangeGroup) => CountedChanges['name'],
): readonly CountedChanges[] {
  const rows = new Map<string, CountedChanges>();
  for (const group of groups) {
    const key = keyOf(group);
    const own = rows.get(key) ?? { key, name: nameOf(group), counts: {} };
    rows.set(key, { ...own, counts: { ...own.counts, [group.change]: (own.counts[group.change] ?? 0) + group.count } });
  }
  // What belongs to none comes last.
  return [...rows.values()].sort(
    (one, other) => Number(one.key === '') - Number(other.key === '') || (one.key < other.key ? -1 : 1),
  );
}
