import { useTranslations } from 'next-intl';
import type { NamesOfLanguage } from './names-of-language';
import styles from './places.module.css';

/** The names in every other language and spelling, none before another but by the alphabet. */
export function PlaceNames({ otherNames }: { readonly otherNames: readonly NamesOfLanguage[] }) {
  const t = useTranslations('place');
  const words = useTranslations('words');
  if (otherNames.length === 0) return null;
  return (
    <dl className={styles.names} aria-label={t('otherNames')}>
      {otherNames.map(({ language, languageName, names }) => (
        <div key={language}>
          <dt>{languageName}</dt>
          <dd>
            {names.map(({ name, kind }, index) => (
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
