import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { RefusedPage } from '@/app/_edge/refused-page';
import { DefinitionList } from '@/components/layout/definition-list';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { ActForm } from '@/components/people/act-form';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readWebhook } from '@/server/workspace/webhooks';
import { pauseHere, removeHere, resumeHere, sendAgainHere, testHere } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('title') };
}

export default async function WebhookPage({ params }: PageProps<'/[locale]/workspace/webhooks/[id]'>) {
  const actor = await requireActor();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const [read, t, locale] = [await readWebhook(actor, id), await getTranslations('webhooks'), await getLocale()];
  if (!read.ok && read.problem.kind === 'not-found') notFound();
  if (!read.ok) return <RefusedPage title={t('title')} problem={read.problem} />;

  const { url, events, isPaused, deliveries } = read.value;
  const hidden = { webhookId: id };
  return (
    <>
      <PageHead
        title={new URL(url).host}
        kicker={t(isPaused ? 'paused' : 'works')}
        breadcrumb={[{ label: t('title'), href: `/${locale}/workspace/webhooks` }, { label: new URL(url).host }]}
      />
      <DefinitionList
        entries={[
          { term: t('column.address'), description: url },
          {
            term: t('column.events'),
            description: events.map((event) => t(`event.${event.replace('.', '-')}`)).join(' · '),
          },
        ]}
      />
      <Section id="deliveries" title={t('deliveries')} intro={<p>{t('deliveriesIntro')}</p>}>
        <DeliveryTable
          deliveries={deliveries}
          timeZone={env.CORNERSTONE_TIME_ZONE}
          isPaused={isPaused}
          again={sendAgainHere}
        />
      </Section>
      <Section id="acts" title={t('acts')}>
        {isPaused ? (
          <ActForm key="resume" action={resumeHere} hidden={hidden} label={t('resume')} words={t('resumeWords')} />
        ) : (
          <>
            <ActForm action={testHere} hidden={hidden} label={t('test')} words={t('testWords')} />
            <ActForm key="pause" action={pauseHere} hidden={hidden} label={t('pause')} words={t('pauseWords')} />
          </>
        )}
        <ActForm action={removeHere} hidden={hidden} label={t('remove')} words={t('removeWords')} weight="warning" />
      </Section>
    </>
  );
}
