import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedRun, type AskedRun, ImportFrame } from '@/app/_edge/import-page';
import { rowSentence } from '@/app/_edge/import-words';
import { pageIn, textIn } from '@/app/_edge/search-params';
import { Button, ButtonLink } from '@/components/controls/button';
import { serverFigureFormat } from '@/components/figures/server-format';
import { ActionForm } from '@/components/forms/action-form';
import { Checking } from '@/components/import/checking';
import styles from '@/components/import/import.module.css';
import { Notice } from '@/components/layout/notice';
import { Section } from '@/components/layout/page';
import { Pagination } from '@/components/layout/pagination';
import { DataTable } from '@/components/tables/data-table';
import { kindOfTable } from '@/domain/export/tables';
import { importPath } from '@/domain/import/import-path';
import { mostChanges } from '@/domain/submission/change';
import { countDoubtful, readRows, rowsPerPage, type ShownRows } from '@/server/workspace/import/read-rows';
import { backToColumnsHere, checkAgainHere, dropHere } from '../../actions';
import { Groups } from './groups';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('steps.rows') };
}

const tabs: readonly ShownRows[] = ['change', 'create', 'doubtful', 'fail', 'stay'];

export default async function RowsPage({ params, searchParams }: PageProps<'/[locale]/workspace/import/[id]/rows'>) {
  const { actor, run } = await askedRun((await params).id);
  const [t, locale, asked] = [await getTranslations('workspace.import'), await getLocale(), await searchParams];
  if (run.state === 'uploaded') redirect(importPath(locale, run.id, 'table'));
  if (run.state === 'mapping') redirect(importPath(locale, run.id, 'columns'));
  return (
    <ImportFrame run={run} step="rows" title={run.state === 'checking' ? t('checking') : t('previewTitle')}>
      {run.state === 'checking' && <CheckingRows run={run} />}
      {run.state === 'previewed' && (
        <Preview actor={actor} run={run} shown={textIn(asked.show)} page={pageIn(asked.page)} />
      )}
    </ImportFrame>
  );
}

async function CheckingRows({ run }: Pick<AskedRun, 'run'>) {
  const [t, locale] = [await getTranslations('workspace.import'), await getLocale()];
  const share = run.progressAll > 0n ? Number(run.progressDone) / Number(run.progressAll) : 0;
  return (
    <>
      <p>{t('checkingText')}</p>
      <Checking runId={run.id} percent={Math.min(99, Math.floor(share * 100))} />
      <p>
        <a href={importPath(locale, run.id, 'rows')}>{t('lookAgain')}</a>
      </p>
      <ActionForm action={backToColumnsHere} hidden={{ runId: run.id }}>
        <Button weight="quiet">{t('stop')}</Button>
      </ActionForm>
    </>
  );
}

interface PreviewProps extends AskedRun {
  readonly shown: string;
  readonly page: number;
}

async function Preview({ run, shown, page }: PreviewProps) {
  const [t, words, locale, format] = [
    await getTranslations('workspace.import'),
    await getTranslations(),
    await getLocale(),
    await serverFigureFormat(),
  ];
  const doubtful = await countDoubtful(run);
  const counts = { create: run.creates, change: run.changes, stay: run.stays, fail: run.fails, doubtful };
  const tab = tabs.find((each) => each === shown) ?? tabs.find((each) => counts[each] > 0) ?? 'stay';
  const address = importPath(locale, run.id, 'rows');
  const proposed = run.creates + run.changes;
  const leftOut = Object.entries(run.leftOut).filter(([why]) => why !== 'header' && why !== 'before-header');
  return (
    <>
      <p>{t('previewText')}</p>
      <dl className={styles.counts}>
        {(['create', 'change', 'stay', 'fail'] as const).map((outcome) => (
          <div key={outcome}>
            <dt>{t(`counts.${outcome}`)}</dt>
            <dd>{format.number(counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      {leftOut.length > 0 && (
        <p className={styles.meta}>
          {t('leftOut', {
            lines: leftOut
              .map(([why, count]) => t('leftOutLine', { why: words(`import.reading.leftOut.${why}`), count }))
              .join(', '),
          })}
        </p>
      )}
      {proposed > mostChanges && (
        <Notice tone="warning">
          <p>{t('tooMany', { most: mostChanges })}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        {proposed > 0 && proposed <= mostChanges ? (
          <ButtonLink href={importPath(locale, run.id, 'propose')}>{t('toPropose')}</ButtonLink>
        ) : (
          proposed === 0 && <p>{t('nothingToPropose')}</p>
        )}
        {run.fails > 0 && (
          <ButtonLink weight="secondary" href={`/${locale}/workspace/import/${run.id}/failed`} download>
            {t('download')}
          </ButtonLink>
        )}
      </div>
      <Groups run={run} severity="error" />
      <Groups run={run} severity="warning" />
      <Section title={t('rows')}>
        <nav aria-label={t('tabsLabel')}>
          <ul className={styles.tabs}>
            {tabs
              .filter((each) => counts[each] > 0 || each === tab)
              .map((each) => (
                <li key={each}>
                  <a href={`${address}?show=${each}#rows`} aria-current={each === tab ? 'page' : undefined}>
                    {t(`tabs.${each}`)} ({format.number(counts[each])})
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <div id="rows">
          <DataTable
            caption={t('rowsCaption')}
            isCaptionHidden
            density="compact"
            rows={await readRows(run, tab, page)}
            rowKey={({ number }) => String(number)}
            empty={<p>{t('noRows')}</p>}
            columns={[
              {
                id: 'row',
                head: t('row'),
                isRowHead: true,
                cell: ({ number }) => <a href={`${address}/${number}`}>{t('difference', { row: number })}</a>,
              },
              { id: 'record', head: t('record'), cell: ({ slug }) => slug ?? '—' },
              {
                id: 'noted',
                head: t('noted'),
                cell: ({ findings, duplicates }) =>
                  [
                    ...findings.map((finding) =>
                      run.table ? rowSentence(kindOfTable[run.table], finding, words) : finding.code,
                    ),
                    ...(duplicates.length > 0 ? [t('likely', { records: duplicates.join(', ') })] : []),
                  ].join(' ') || '—',
              },
            ]}
          />
          <Pagination
            page={page}
            pageSize={rowsPerPage}
            total={counts[tab]}
            hrefFor={(other) => `${address}?show=${tab}&page=${other}#rows`}
          />
        </div>
      </Section>
      <div className={styles.actions}>
        <ActionForm action={checkAgainHere} hidden={{ runId: run.id }}>
          <Button weight="secondary">{t('again')}</Button>
        </ActionForm>
        <ActionForm action={backToColumnsHere} hidden={{ runId: run.id }}>
          <Button weight="secondary">{t('back')}</Button>
        </ActionForm>
        <ActionForm action={dropHere} hidden={{ runId: run.id }}>
          <Button weight="quiet">{t('drop')}</Button>
        </ActionForm>
      </div>
    </>
  );
}
