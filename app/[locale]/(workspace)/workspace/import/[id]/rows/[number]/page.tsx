import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { contentWords } from '@/app/_edge/content-words';
import { askedRun, ImportFrame } from '@/app/_edge/import-page';
import { rowSentence } from '@/app/_edge/import-words';
import { ButtonLink, ButtonRow } from '@/components/controls/button';
import { Notice } from '@/components/layout/notice';
import { ChangeTable } from '@/components/review/change-table';
import { kindOfTable } from '@/domain/export/tables';
import { publicPath } from '@/domain/form/public-path';
import { importPath } from '@/domain/import/import-path';
import { readRow } from '@/server/workspace/import/read-rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('steps.rows') };
}

export default async function RowPage({ params }: PageProps<'/[locale]/workspace/import/[id]/rows/[number]'>) {
  const { id, number } = await params;
  const { actor, run } = await askedRun(id);
  const [t, words, locale] = [await getTranslations('workspace.import'), await getTranslations(), await getLocale()];
  const isNumber = /^\d{1,9}$/.test(number);
  const isOpen = run.state === 'previewed' || run.state === 'checking';
  const row = isOpen && isNumber ? await readRow(run, Number(number)) : null;
  if (isOpen && !row) notFound();
  const kind = run.table ? kindOfTable[run.table] : null;
  return (
    <ImportFrame run={run} step="rows" title={t('rowTitle', { row: number })}>
      {row && kind && (
        <>
          <p>
            {words(`record.${kind}.name`)} {row.slug} · {t(`rowOutcome.${row.outcome}`)}
          </p>
          {row.findings.length > 0 && (
            <Notice tone={row.outcome === 'fail' ? 'problem' : 'warning'}>
              <ul>
                {row.findings.map((finding) => (
                  <li key={`${finding.path} ${finding.code}`}>
                    {finding.column && `${finding.column}: `}
                    {rowSentence(kind, finding, words)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {row.duplicates.length > 0 && (
            <Notice tone="warning">
              <ul>
                {row.duplicates.map((slug) => {
                  const path = publicPath(kind, slug, null);
                  return <li key={slug}>{path ? <a href={`/${locale}${path}`}>{slug}</a> : slug}</li>;
                })}
              </ul>
            </Notice>
          )}
          {row.outcome === 'stay' && <p>{t('rowStays')}</p>}
          {row.content && (
            <ChangeTable
              kind={kind}
              before={row.before}
              after={row.content}
              words={
                await contentWords(actor, locale, [
                  { kind, slug: row.slug ?? '', content: row.content },
                  { kind, slug: row.slug ?? '', content: row.before },
                ])
              }
              isWhole={false}
              heads={{ before: t('rowBefore'), after: t('rowAfter') }}
            />
          )}
        </>
      )}
      <ButtonRow>
        <ButtonLink weight="secondary" href={importPath(locale, run.id, 'rows')}>
          {t('backToRows')}
        </ButtonLink>
      </ButtonRow>
    </ImportFrame>
  );
}
