import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { textIn } from '@/app/_edge/search-params';
import { serverFigureFormat } from '@/components/figures/server-format';
import styles from '@/components/import/import.module.css';
import { Steps } from '@/components/import/steps';
import { UploadForm } from '@/components/import/upload-form';
import { Columns, PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { RecordLine } from '@/components/review/record-line';
import { isIsoDate } from '@/domain/calendar';
import { importPath, stepOf } from '@/domain/import/import-path';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { listRuns, type RunLine } from '@/server/workspace/import/read-runs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('title') };
}

export default async function ImportPage({ searchParams }: PageProps<'/[locale]/workspace/import'>) {
  const actor = await requireActor();
  const [t, locale, asked] = [await getTranslations('workspace.import'), await getLocale(), await searchParams];
  const refused = textIn(asked.refused).slice(0, 500) || (textIn(asked.problem) ? t('nothingChosen') : null);
  const runs = await listRuns(actor);
  return (
    <>
      <PageHead
        title={t('title')}
        standfirst={t('standfirst')}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: (await getTranslations('workspace.submission'))('home') },
          { label: t('title') },
        ]}
      />
      <Steps current="file" />
      <Columns>
        <div>
          <UploadForm mostMib={env.CORNERSTONE_IMPORT_MAX_MIB} refused={refused} />
          <p className={styles.after}>
            {t('templates')} <a href={`/${locale}/data`}>{t('templatesLink')}</a>
          </p>
        </div>
        <Section title={t('runs')}>
          {runs.length === 0 ? (
            <p>{t('runsNone')}</p>
          ) : (
            <PlainList>
              {runs.map((run) => (
                <Run key={run.id} run={run} locale={locale} />
              ))}
            </PlainList>
          )}
        </Section>
      </Columns>
    </>
  );
}

async function Run({ run, locale }: { readonly run: RunLine; readonly locale: string }) {
  const [t, format] = [await getTranslations('workspace.import'), await serverFigureFormat()];
  const day = run.updatedAt.toISOString().slice(0, 10);
  return (
    <RecordLine
      href={
        run.submissionId
          ? `/${locale}/workspace/submissions/${run.submissionId}`
          : importPath(locale, run.id, stepOf(run.state))
      }
      title={run.fileName}
      hint={t('runLine', { state: t(`runState.${run.state}`), date: isIsoDate(day) ? format.date(day) : day })}
    />
  );
}
