import { useLocale, useTranslations } from 'next-intl';
import type { FilterValues } from '@/domain/export/filters';
import { followPath } from '@/domain/follow/follow';
import styles from './download-links.module.css';
import { Link } from './link';

export interface FollowLinksProps {
  /** What is followed; nothing is everything. */
  readonly of?: FilterValues;
  /** Whether it has dates of its own: a calendar too. */
  readonly hasDates?: boolean;
}

/** `Follow: Atom · JSON Feed · Calendar`: what a reader's own programme asks again and again. */
export function FollowLinks({ of = {}, hasDates = false }: FollowLinksProps) {
  const [locale, t] = [useLocale(), useTranslations('follow')];
  const links = [
    { label: t('atom'), href: followPath(locale, 'feed.atom', of) },
    { label: t('json'), href: followPath(locale, 'feed.json', of) },
    ...(hasDates ? [{ label: t('calendarLink'), href: followPath(locale, 'milestones.ics', of) }] : []),
  ];
  return (
    <p className={styles.downloads}>
      <span>{t('label')}</span>
      {links.map(({ label, href }) => (
        <Link key={href} href={href} aria-label={`${t('label')}: ${label}`} rel="nofollow">
          {label}
        </Link>
      ))}
    </p>
  );
}
