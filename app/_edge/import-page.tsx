import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { serverFigureFormat } from '@/components/figures/server-format';
import { type ShownStep, Steps } from '@/components/import/steps';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import type { Actor } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { readRun } from '@/server/workspace/import/read-runs';

type Run = Extract<Awaited<ReturnType<typeof readRun>>, { ok: true }>['value'];

export interface AskedRun {
  readonly actor: Actor;
  readonly run: Run;
}

/** The file that a page is about; somebody else's is as good as none. */
export async function askedRun(id: string): Promise<AskedRun> {
  const actor = await requireActor();
  const run = await readRun(actor, id);
  if (!run.ok) notFound();
  return { actor, run: run.value };
}

export interface ImportFrameProps {
  readonly run: Run;
  readonly step: ShownStep;
  readonly title: string;
  readonly children: ReactNode;
}

/** Around every step of a file. One that has ended says so, whichever step is asked for. */
export async function ImportFrame({ run, step, title, children }: ImportFrameProps) {
  const [t, workspace, locale] = [
    await getTranslations('workspace.import'),
    await getTranslations('workspace.submission'),
    await getLocale(),
  ];
  const format = await serverFigureFormat();
  const kib = Number(run.bytes) / 1024;
  const size = kib < 1024 ? `${format.number(Math.ceil(kib))} KiB` : `${format.number(Math.round(kib / 1024))} MiB`;
  const isOver = run.state === 'proposed' || run.state === 'dropped';
  return (
    <>
      <PageHead
        kicker={t('title')}
        title={title}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: workspace('home') },
          { href: `/${locale}/workspace/import`, label: t('title') },
          { label: run.fileName },
        ]}
      >
        <p>{t('about', { name: run.fileName, size })}</p>
      </PageHead>
      {isOver ? (
        <Notice tone={run.state === 'proposed' ? 'success' : 'information'} title={t(`${run.state}Title`)}>
          <p>
            {t(`${run.state}Text`)}{' '}
            {run.submissionId && (
              <a href={`/${locale}/workspace/submissions/${run.submissionId}`}>{t('proposedLink')}</a>
            )}
          </p>
        </Notice>
      ) : (
        <>
          <Steps current={step} />
          {children}
        </>
      )}
    </>
  );
}
