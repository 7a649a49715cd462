import { useTranslations } from 'next-intl';
import { DraftEvidence, type DraftEvidenceProps } from '@/components/evidence/draft-evidence';
import type { Content } from '@/domain/record/content';
import { rowsOf, textOf } from '@/domain/record/content';
import styles from './review.module.css';

export interface SourceListProps {
  readonly sources: readonly {
    readonly slug: string;
    readonly content: Content;
    readonly isNew: boolean;
    readonly files: DraftEvidenceProps['files'];
  }[];
}

/** Every source that a submission names, to be opened and read. */
export function SourceList({ sources }: SourceListProps) {
  const t = useTranslations('workspace.review');
  if (sources.length === 0) return <p>{t('noSource')}</p>;
  return (
    <ul className={styles.sources}>
      {sources.map(({ slug, content, isNew, files }) => {
        const url = textOf(content, 'url');
        const title = textOf(content, 'title') ?? slug;
        return (
          <li key={slug}>
            {url && /^https?:\/\//.test(url) ? (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            <p className={styles.kicker}>
              {[textOf(content, 'publisher'), textOf(content, 'publishedOn'), isNew ? t('newSource') : null]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <DraftEvidence rows={rowsOf(content, 'evidence')} files={files} />
            {textOf(content, 'note') && <p className={styles.kicker}>{textOf(content, 'note')}</p>}
          </li>
        );
      })}
    </ul>
  );
}
