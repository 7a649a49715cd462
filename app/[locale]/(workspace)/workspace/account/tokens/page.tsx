import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { TokenForm } from '@/components/tokens/token-form';
import { TokenTable } from '@/components/tokens/token-table';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readTokens } from '@/server/workspace/tokens';
import { makeTokenHere, revokeTokenHere } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tokens');
  return { title: t('title') };
}

export default async function TokensPage() {
  const actor = await requireActor();
  const [tokens, t, account, locale] = [
    await readTokens(actor, actor.id),
    await getTranslations('tokens'),
    await getTranslations('account'),
    await getLocale(),
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        standfirst={
          <>
            <p>{t('standfirst')}</p>
            <p>{t.rich('how', { code: (chunks) => <code>{chunks}</code> })}</p>
          </>
        }
        breadcrumb={[{ label: account('title'), href: `/${locale}/workspace/account` }, { label: t('title') }]}
      />
      <Section title={t('make')}>
        <TokenForm action={makeTokenHere} />
      </Section>
      <Section id="tokens" title={t('yours')}>
        <TokenTable
          tokens={tokens.ok ? tokens.value : []}
          timeZone={env.CORNERSTONE_TIME_ZONE}
          revoke={revokeTokenHere}
          empty={t('none')}
        />
      </Section>
    </>
  );
}
