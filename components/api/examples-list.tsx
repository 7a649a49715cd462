import { useTranslations } from 'next-intl';
import styles from './api.module.css';
import { CodeBlock } from './code-block';
import type { ApiExample } from './examples';

/** Examples to copy, each with what it does. */
export function ExamplesList({ examples }: { readonly examples: readonly ApiExample[] }) {
  const t = useTranslations('api.page.example');
  return (
    <div className={styles.examples}>
      {examples.map(({ id, code }) => (
        <article key={id} className={styles.example} id={`example-${id}`}>
          <h3>{t(`${id}.title`)}</h3>
          <p>{t(`${id}.text`)}</p>
          <CodeBlock label={t(`${id}.title`)} code={code} />
        </article>
      ))}
    </div>
  );
}
