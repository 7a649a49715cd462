import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/controls/button';
import { DefinitionList } from '@/components/layout/definition-list';
import { PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Moment } from '@/components/people/moment';
import { PasswordForm } from '@/components/people/password-form';
import styles from '@/components/people/people.module.css';
import { env } from '@/server/env';
import { requireSession } from '@/server/session';
import { readOwnNaming, readOwnSessions } from '@/server/workspace/people';
import { readTokens } from '@/server/workspace/tokens';
import { agreeToBeNamedHere, changePasswordHere, endSessionHere, endSessionsHere } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export default async function AccountPage() {
  const { actor, email, sessionId } = await requireSession();
  const [sessions, isNamed, tokens] = await Promise.all([
    readOwnSessions(actor),
    readOwnNaming(actor),
    readTokens(actor, actor.id),
  ]);
  const working = tokens.ok ? tokens.value.filter(({ state }) => state === 'works').length : 0;
  const [locale, tokenWords] = [await getLocale(), await getTranslations('tokens')];
  const t = await getTranslations('account');
  const roles = await getTranslations('vocabulary.roles');
  const timeZone = env.CORNERSTONE_TIME_ZONE;
  return (
    <>
      <PageHead title={t('title')} />
      <DefinitionList
        entries={[
          { term: t('name'), description: actor.name },
          { term: t('email'), description: email },
          { term: t('role'), description: roles(actor.role) },
        ]}
      />
      <Section title={t('password')} intro={t('passwordIntro')}>
        <PasswordForm action={changePasswordHere} email={email} />
      </Section>
      <Section id="naming" title={t('naming.title')} intro={t('naming.intro')}>
        <p>{t(isNamed ? 'naming.named' : 'naming.notNamed', { name: actor.name })}</p>
        <form action={agreeToBeNamedHere} className={styles.act}>
          <input type="hidden" name="isNamedInPublic" value={isNamed ? 'no' : 'yes'} />
          <Button weight="secondary">{t(isNamed ? 'naming.hide' : 'naming.show')}</Button>
        </form>
      </Section>
      <Section id="tokens" title={tokenWords('title')} intro={tokenWords('standfirst')}>
        <p>
          <a href={`/${locale}/workspace/account/tokens`}>{tokenWords('way')}</a>.{' '}
          {tokenWords('wayText', { count: working })}
        </p>
      </Section>
      <Section title={t('sessions')} intro={t('sessionsIntro')}>
        <PlainList>
          {sessions.map((session) => (
            <li key={session.id} className={styles.session}>
              <span>
                {session.id === sessionId && <strong>{t('thisBrowser')} · </strong>}
                {t.rich('session', {
                  started: () => <Moment at={session.startedAt} timeZone={timeZone} />,
                  seen: () => <Moment at={session.lastSeenAt} timeZone={timeZone} />,
                })}
              </span>
              {session.id !== sessionId && (
                <form action={endSessionHere}>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button weight="quiet">{t('endSession')}</Button>
                </form>
              )}
            </li>
          ))}
        </PlainList>
        <form action={endSessionsHere} className={styles.act}>
          <Button weight="secondary">{t('endSessions')}</Button>
        </form>
      </Section>
    </>
  );
}
