import { useTranslations } from 'next-intl';
import { draftEvidencePath } from '@/domain/evidence/upload';
import type { Row } from '@/domain/record/content';
import styles from './evidence.module.css';

export interface DraftEvidenceProps {
  readonly rows: readonly Row[];
  /** The facts of those files that this reader may see, by hash. */
  readonly files: Readonly<Record<string, { readonly kind: 'photo' | 'document'; readonly pages: number | null }>>;
}

/** The photos and documents that a source of a submission lists, for those who may see the submission. */
export function DraftEvidence({ rows, files }: DraftEvidenceProps) {
  const t = useTranslations('evidence');
  if (rows.length === 0) return null;
  return (
    <ul className={styles.drafted}>
      {rows.map((row, position) => {
        const [hash, caption] = [String(row.hash ?? ''), String(row.caption ?? '')];
        const file = files[hash];
        return (
          <li key={`${hash} ${position}`}>
            {!file && t('noFile')}
            {file?.kind === 'photo' && (
              <a href={draftEvidencePath(hash, 'large.jpg')}>
                {/* The bytes are served as they are: there is nothing to optimise. */}
                {/* eslint-disable-next-line @next/next/no-img-element */}
                <img src={draftEvidencePath(hash, 'small.jpg')} alt={caption} />
              </a>
            )}
            {file?.kind === 'document' && (
              <a href={draftEvidencePath(hash, 'document.pdf')}>{t('openDocument', { pages: file.pages ?? 0 })}</a>
            )}
            <p>{caption}</p>
          </li>
        );
      })}
    </ul>
  );
}
