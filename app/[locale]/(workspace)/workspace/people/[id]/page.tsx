import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { RefusedPage } from '@/app/_edge/refused-page';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { ActForm } from '@/components/people/act-form';
import { PersonForm } from '@/components/people/person-form';
import { TokenTable } from '@/components/tokens/token-table';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readLimitChoices } from '@/server/workspace/limit-choices';
import { readPerson } from '@/server/workspace/people';
import { readTokens } from '@/server/workspace/tokens';
import { revokeTokenHere } from '../../account/tokens/actions';
import { changeHere, disableHere, enableHere, makeLinkHere, signOutPersonHere } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

export default async function PersonPage({ params }: PageProps<'/[locale]/workspace/people/[id]'>) {
  const actor = await requireActor();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const read = await readPerson(actor, id);
  if (!read.ok && read.problem.kind === 'not-found') notFound();
  if (!read.ok) return <RefusedPage title={(await getTranslations('people'))('title')} problem={read.problem} />;

  const person = read.value;
  const locale = await getLocale();
  const [t, { places, organisations }] = await Promise.all([
    getTranslations('people'),
    readLimitChoices(actor, locale),
  ]);
  const [tokens, tokenWords] = [await readTokens(actor, person.id), await getTranslations('tokens')];
  const hidden = { userId: person.id };
  return (
    <>
      <PageHead
        title={t('edit', { name: person.name })}
        standfirst={person.email}
        kicker={t(`states.${person.state}`)}
        breadcrumb={[{ label: t('title'), href: `/${locale}/workspace/people` }, { label: person.name }]}
      />
      <PersonForm
        action={changeHere}
        actionLabel={t('save')}
        person={person}
        places={places}
        organisations={organisations.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Section title={t('signingIn')}>
        {person.state === 'disabled' ? (
          <ActForm key="enable" action={enableHere} hidden={hidden} label={t('enable')} words={t('enableWords')} />
        ) : (
          <>
            <ActForm
              action={makeLinkHere}
              hidden={hidden}
              label={t('link')}
              words={person.state === 'invited' ? t('invitationWords') : t('linkWords')}
            />
            <ActForm action={signOutPersonHere} hidden={hidden} label={t('signOut')} words={t('signOutWords')} />
            <ActForm
              key="disable"
              action={disableHere}
              hidden={hidden}
              label={t('disable')}
              words={t('disableWords')}
              weight="warning"
            />
          </>
        )}
      </Section>
      <Section id="tokens" title={tokenWords('theirs')}>
        <TokenTable
          tokens={tokens.ok ? tokens.value : []}
          timeZone={env.CORNERSTONE_TIME_ZONE}
          revoke={revokeTokenHere}
          empty={tokenWords('noneOfTheirs')}
        />
      </Section>
    </>
  );
}
