import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefusedPage } from '@/app/_edge/refused-page';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Moment } from '@/components/people/moment';
import { DataTable } from '@/components/tables/data-table';
import { WebhookForm } from '@/components/webhooks/webhook-form';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readWebhooks } from '@/server/workspace/webhooks';
import { addWebhookHere } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('title') };
}

export default async function WebhooksPage() {
  const actor = await requireActor();
  const [webhooks, t, locale] = [await readWebhooks(actor), await getTranslations('webhooks'), await getLocale()];
  if (!webhooks.ok) return <RefusedPage title={t('title')} problem={webhooks.problem} />;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      <Section id="webhooks" title={t('all')}>
        <DataTable
          caption={t('all')}
          isCaptionHidden
          rows={webhooks.value}
          rowKey={({ id }) => id}
          empty={<p>{t('none')}</p>}
          columns={[
            {
              id: 'address',
              head: t('column.address'),
              isRowHead: true,
              cell: ({ id, url }) => <a href={`/${locale}/workspace/webhooks/${id}`}>{url}</a>,
            },
            {
              id: 'events',
              head: t('column.events'),
              cell: ({ events }) => events.map((event) => t(`event.${eventKey(event)}`)).join(' · '),
            },
            {
              id: 'added',
              head: t('column.added'),
              cell: ({ addedAt }) => <Moment at={addedAt} timeZone={env.CORNERSTONE_TIME_ZONE} />,
            },
            { id: 'waiting', head: t('column.waiting'), kind: 'number', cell: ({ waiting }) => waiting },
            { id: 'dead', head: t('column.dead'), kind: 'number', cell: ({ dead }) => dead },
            { id: 'state', head: t('column.state'), cell: ({ isPaused }) => t(isPaused ? 'paused' : 'works') },
          ]}
        />
      </Section>
      <Section id="add" title={t('add')} intro={<p>{t('addIntro')}</p>}>
        <WebhookForm
          action={addWebhookHere}
          addressHint={t(env.CORNERSTONE_WEBHOOKS_PRIVATE === 'yes' ? 'addressHintPrivate' : 'addressHint')}
        />
      </Section>
    </>
  );
}

const eventKey = (event: string) => event.replace('.', '-');
