import { useTranslations } from 'next-intl';
import styles from './methodology.module.css';

export interface QuotableRuleProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly example: string;
}

/** A rule in words that can be quoted, with its own address and an example. */
export function QuotableRule({ id, title, text, example }: QuotableRuleProps) {
  const t = useTranslations('methodology');
  return (
    <article className={styles.rule} id={id}>
      <h3>
        <a href={`#${id}`}>{title}</a>
      </h3>
      <p>{text}</p>
      <p className={styles.example}>
        <span>{t('example')}</span> {example}
      </p>
    </article>
  );
}
