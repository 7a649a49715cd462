import { useTranslations } from 'next-intl';
import styles from './returns.module.css';

const parts = ['return', 'departure', 'residents'] as const;

/** The three counts, each with its definition, before any number. */
export function PartsOfReturns() {
  const t = useTranslations('returns.parts');
  return (
    <ol className={styles.parts}>
      {parts.map((part) => (
        <li key={part}>
          <a href={`#${part}`}>{t(`${part}.title`)}</a>
          <p>{t(`${part}.short`)}</p>
        </li>
      ))}
    </ol>
  );
}
