import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefusedPage } from '@/app/_edge/refused-page';
import { ButtonLink } from '@/components/controls/button';
import { PageHead } from '@/components/layout/page-head';
import { Moment } from '@/components/people/moment';
import { DataTable } from '@/components/tables/data-table';
import { env } from '@/server/env';
import { requireActor } from '@/server/session';
import { readLimitChoices } from '@/server/workspace/limit-choices';
import { type Person, readPeople } from '@/server/workspace/people';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

export default async function PeoplePage() {
  const actor = await requireActor();
  const people = await readPeople(actor);
  if (!people.ok) return <RefusedPage title={(await getTranslations('people'))('title')} problem={people.problem} />;

  const locale = await getLocale();
  const [t, roles, words, choices] = await Promise.all([
    getTranslations('people'),
    getTranslations('vocabulary.roles'),
    getTranslations('words.sector'),
    readLimitChoices(actor, locale),
  ]);
  const nameOf = new Map(choices.places.map(({ slug, name }) => [slug, name]));
  const limitsOf = ({ limitedToPlaces, limitedToSectors }: Person) =>
    [
      ...limitedToSectors.map((sector) => words(sector)),
      ...limitedToPlaces.map((slug) => nameOf.get(slug) ?? slug),
    ].join(', ') || t('noLimits');

  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')}>
        <ButtonLink href={`/${locale}/workspace/people/invite`}>{t('invite')}</ButtonLink>
      </PageHead>
      <DataTable
        caption={t('caption')}
        isCaptionHidden
        rows={people.value}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            head: t('name'),
            isRowHead: true,
            cell: ({ id, name }) => <a href={`/${locale}/workspace/people/${id}`}>{name}</a>,
          },
          { id: 'email', head: t('email'), cell: ({ email }) => email },
          { id: 'role', head: t('role'), cell: ({ role }) => roles(role) },
          { id: 'limits', head: t('limits'), cell: limitsOf },
          {
            id: 'seen',
            head: t('lastSeen'),
            cell: ({ lastSeenAt }) =>
              lastSeenAt ? <Moment at={lastSeenAt} timeZone={env.CORNERSTONE_TIME_ZONE} /> : t('never'),
          },
          { id: 'state', head: t('state'), cell: ({ state }) => t(`states.${state}`) },
        ]}
      />
    </>
  );
}
