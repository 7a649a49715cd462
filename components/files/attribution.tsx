import { useTranslations } from 'next-intl';
import { SourceCitation } from '@/components/figures/source-citation';
import { VerificationMark } from '@/components/figures/marks';
import type { StatementFacts } from './provenance';
import styles from './attribution.module.css';

export interface AttributionProps {
  readonly statement: Pick<StatementFacts, 'reportedBy' | 'verification' | 'verifiedBy' | 'source' | 'note'> & {
    readonly statedBy: { readonly name: string };
  };
  /** In a cell the source is one word with its link; elsewhere its whole citation. */
  readonly form?: 'cell' | 'whole';
}

/** Who says so, with the source and how far it is verified: beside every row. */
export function Attribution({ statement, form = 'cell' }: AttributionProps) {
  const t = useTranslations('files');
  const { statedBy, reportedBy, verification, verifiedBy, source, note } = statement;
  return (
    <div className={styles.attribution}>
      <span>
        {statedBy.name}
        {reportedBy && ` (${t('reportedBy', { who: reportedBy })})`}
      </span>
      <span className={styles.meta}>
        <VerificationMark verification={verification} by={verifiedBy} />
        {source && form === 'cell' && <ShortSource source={source} />}
      </span>
      {source && form === 'whole' && (
        <span className={styles.whole}>
          <SourceCitation source={source} />
        </span>
      )}
      {note &&
        (form === 'whole' || note.length <= shortNote ? (
          <span className={styles.note}>{note}</span>
        ) : (
          <details className={styles.fold}>
            <summary>{t('note')}</summary>
            <span className={styles.note}>{note}</span>
          </details>
        ))}
    </div>
  );
}

/** A note of a line or two is read where it stands; a longer one unfolds. */
const shortNote = 90;

function ShortSource({ source }: { readonly source: NonNullable<StatementFacts['source']> }) {
  const t = useTranslations('files');
  if (source.isRecalled) return <span>{t('recalled')}</span>;
  if (!source.url) return <cite>{source.publisher ?? source.title}</cite>;
  return (
    <a href={source.url} rel="external noopener" title={source.title}>
      {source.publisher ?? source.title}
    </a>
  );
}
