import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefusedPage } from '@/app/_edge/refused-page';
import { DownloadLinks } from '@/components/layout/download-links';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterDay, FilterSelect } from '@/components/layout/filter-bar';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { LogTable } from '@/components/people/log-table';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { loggedVerbs, logPageSize, readLog, readPeopleInLog } from '@/server/workspace/log';
import { logAddress, readLogFilter } from './log-filter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log');
  return { title: t('title') };
}

export default async function LogPage({ searchParams }: PageProps<'/[locale]/workspace/log'>) {
  const actor = await requireActor();
  const { filter, page, ignored } = readLogFilter(await searchParams);
  const log = await readLog(actor, filter, page);
  if (!log.ok) return <RefusedPage title={(await getTranslations('log'))('title')} problem={log.problem} />;

  const [t, people] = await Promise.all([getTranslations('log'), readPeopleInLog(actor)]);
  const here = `/${await getLocale()}/workspace/log`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      <FilterBar action={here} label={t('filter')}>
        <FilterSelect
          name="person"
          label={t('person')}
          value={filter.personId ?? ''}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect
          name="verb"
          label={t('verb')}
          value={filter.verb ?? ''}
          options={loggedVerbs.map((verb) => ({ value: verb, label: t(`verbs.${verb.replace('.', '-')}`) }))}
        />
        <FilterDay name="from" label={t('from')} value={filter.from ?? ''} />
        <FilterDay name="until" label={t('until')} value={filter.until ?? ''} />
      </FilterBar>
      {ignored.length > 0 && <Notice tone="warning">{t('ignored', { values: ignored.join(', ') })}</Notice>}
      {log.value.entries.length === 0 ? (
        <EmptyState title={t('empty')} way={{ href: here, label: t('all') }} />
      ) : (
        <>
          <LogTable entries={log.value.entries} timeZone={env.CORNERSTONE_TIME_ZONE} />
          <Pagination
            page={page}
            pageSize={logPageSize}
            total={log.value.total}
            hrefFor={(other) => logAddress(here, filter, other)}
          />
          <DownloadLinks
            label={t('download')}
            links={[{ label: 'CSV', href: logAddress(`${here}/log.csv`, filter) }]}
          />
        </>
      )}
    </>
  );
}
