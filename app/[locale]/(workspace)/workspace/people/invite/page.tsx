import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefusedPage } from '@/app/_edge/refused-page';
import { PageHead } from '@/components/layout/page-head';
import { PersonForm } from '@/components/people/person-form';
import { may } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { readLimitChoices } from '@/server/workspace/limit-choices';
import { inviteHere } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('invite') };
}

export default async function InvitePage() {
  const actor = await requireActor();
  const permission = may(actor, 'people.manage');
  if (!permission.ok)
    return <RefusedPage title={(await getTranslations('people'))('title')} problem={permission.problem} />;

  const locale = await getLocale();
  const [t, { places, organisations }] = await Promise.all([
    getTranslations('people'),
    readLimitChoices(actor, locale),
  ]);
  return (
    <>
      <PageHead
        title={t('invite')}
        standfirst={t('inviteStandfirst')}
        breadcrumb={[{ label: t('title'), href: `/${locale}/workspace/people` }, { label: t('invite') }]}
      />
      <PersonForm
        action={inviteHere}
        actionLabel={t('inviteAction')}
        person={null}
        places={places}
        organisations={organisations.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </>
  );
}
