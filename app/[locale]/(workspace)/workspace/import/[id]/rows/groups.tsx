import { getTranslations } from 'next-intl/server';
import type { AskedRun } from '@/app/_edge/import-page';
import { expectedWords, rowSentence } from '@/app/_edge/import-words';
import { serverFigureFormat } from '@/components/figures/server-format';
import styles from '@/components/import/import.module.css';
import { Section } from '@/components/layout/page';
import { kindOfTable } from '@/domain/export/tables';

/** What is wrong, or to be answered, with many rows at once: one sentence, one deed. */
export async function Groups({ run, severity }: Pick<AskedRun, 'run'> & { readonly severity: 'error' | 'warning' }) {
  const [t, words, format] = [
    await getTranslations('workspace.import'),
    await getTranslations(),
    await serverFigureFormat(),
  ];
  const { table } = run;
  const groups = run.groups.filter((group) => group.severity === severity);
  if (!table || groups.length === 0) return null;
  const isError = severity === 'error';
  return (
    <Section title={t(isError ? 'failures' : 'warnings')} intro={isError ? t('downloadText') : t('warningsText')}>
      <ul className={styles.groups}>
        {groups.map((group) => {
          const [first] = group.examples;
          const found = group.found.filter(({ text }) => text !== '').slice(0, 5);
          return (
            <li key={`${group.from} ${group.code} ${group.column ?? ''}`}>
              <h3>
                {t('groupRows', { count: group.rows })} ·{' '}
                {group.column ? t('groupColumn', { column: group.column }) : t('groupWhole')}
              </h3>
              {first && <p>{rowSentence(kindOfTable[table], first, words)}</p>}
              <p className={styles.meta}>
                {[
                  isError && group.expected.key !== 'row'
                    ? t('expected', { expected: expectedWords(group, words) })
                    : '',
                  found.length > 0
                    ? t('foundMost', {
                        found: found.map(({ text, rows }) => t('foundOne', { text, rows })).join(', '),
                      })
                    : '',
                  t('groupExamples', {
                    count: group.examples.length,
                    rows: group.examples.map(({ rowNumber }) => format.number(rowNumber)).join(', '),
                  }),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
