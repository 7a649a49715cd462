import { useTranslations } from 'next-intl';
import { evidencePath } from '@/domain/evidence/upload';
import { useFigureFormat } from './server-format';
import type { FigureSource } from './stated-value';
import styles from './figure.module.css';

/** One source: publisher, title with its link, date of publication. */
export function SourceCitation({ source }: { readonly source: FigureSource }) {
  const t = useTranslations('figures');
  const format = useFigureFormat();
  return (
    <span className={styles.citation}>
      {source.publisher && `${source.publisher}: `}
      {source.url ? (
        <a href={source.url} rel="external noopener">
          {source.title}
        </a>
      ) : (
        <cite>{source.title}</cite>
      )}
      {', '}
      {source.isRecalled
        ? t('recalled')
        : source.publishedOn
          ? t('sourceDate', { date: format.date(source.publishedOn) })
          : t('sourceUndated')}
      {source.evidence?.map(({ hash, caption, isPhoto }) => (
        <span key={hash}>
          {'; '}
          <a href={evidencePath(hash, isPhoto ? 'large.jpg' : 'document.pdf')}>
            {t(isPhoto ? 'photoNamed' : 'documentNamed', { caption })}
          </a>
        </span>
      ))}
    </span>
  );
}
