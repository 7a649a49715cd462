import { useLocale, useTranslations } from 'next-intl';
import { languageName, type NamedIn, otherNames } from './language-names';
import styles from './places.module.css';

export interface PlaceNamesProps {
  readonly names: readonly NamedIn[];
  /** The name in the heading. */
  readonly heading: string;
}

/** The names in every other language and spelling, none before another but by the alphabet. */
export function PlaceNames({ names, heading }: PlaceNamesProps) {
  const t = useTranslations('place');
  const words = useTranslations('words');
  const locale = useLocale();
  const groups = otherNames(names, heading, locale);
  if (groups.length === 0) return null;
  return (
    <dl className={styles.names} aria-label={t('otherNames')}>
      {groups.map(({ language, names: own }) => (
        <div key={language}>
          <dt>{languageName(language, locale)}</dt>
          <dd>
            {own.map(({ name, kind }, index) => (
              <span key={`${name} ${kind}`}>
                {index > 0 && ', '}
                <span lang={language}>{name}</span>
                {kind !== 'not_stated' && ` (${words(`nameKind.${kind}`)})`}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
