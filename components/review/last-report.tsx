import { useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/layout/definition-list';
import { fieldLabel } from '@/components/forms/form-spec';
import type { Content } from '@/domain/record/content';
import { progressReport } from '@/domain/record/progress-report';
import { ContentValue } from './content-value';
import type { ContentWords } from './content-words';
import styles from './review.module.css';

export interface LastReportProps {
  readonly content: Content | null;
  readonly words: ContentWords | null;
  /** The project as the public sees it. */
  readonly href: string;
}

const shown = [
  'referenceOn',
  'physicalProgressPercent',
  'quantities',
  'spentMinorUnits',
  'status',
  'promisedEndOn',
  'statedBySlug',
  'narrative',
];

/** What was last reported, to stand beside what one enters. */
export function LastReport({ content, words, href }: LastReportProps) {
  const t = useTranslations();
  return (
    <section className={styles.last}>
      <h2>{t('workspace.report.lastTitle')}</h2>
      {content && words ? (
        <DefinitionList
          entries={shown.map((name) => {
            const field = progressReport.fields[name];
            const isKnown = content[name] !== null && (!Array.isArray(content[name]) || content[name].length > 0);
            if (!field || !isKnown) return null;
            return {
              term: fieldLabel('progress_report', name, t),
              description: <ContentValue field={field} value={content[name]} beside={content} words={words} />,
            };
          })}
        />
      ) : (
        <p>{t('workspace.report.lastNone')}</p>
      )}
      <p>
        <a href={href}>{t('workspace.report.publicPage')}</a>
      </p>
    </section>
  );
}
