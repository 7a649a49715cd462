import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { SourceCitation } from '@/components/figures/source-citation';
import type { FigureSource } from '@/components/figures/stated-value';
import { Section } from '@/components/layout/page';
import { groupEvidence, type ShownEvidence } from '@/domain/evidence/shown';
import { evidencePath } from '@/domain/evidence/upload';
import { BeforeAfter } from './before-after';
import styles from './evidence.module.css';
import { Photo } from './photo';

type Evidence = ShownEvidence<FigureSource & { readonly slug: string }>;

/** Photos and documents of the sources, each with what it shows, when, and who published it. Nothing where there are none. */
export function EvidenceSection({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const t = useTranslations('evidence');
  const format = useFigureFormat();
  if (evidence.length === 0) return null;
  const { pairs, photos, documents } = groupEvidence(evidence);
  const dated = ({ takenOn }: Evidence) => (takenOn ? format.date(takenOn) : t('undated'));
  const size = ({ bytes }: Evidence) =>
    bytes < 1_000_000
      ? t('kilobytes', { size: format.number(Math.ceil(bytes / 1000), 0) })
      : t('megabytes', { size: format.number(bytes / 1_000_000, 1) });
  return (
    <Section title={t('title')} intro={t('intro')} id="evidence">
      {pairs.map((pair) => (
        <BeforeAfter
          key={pair.before.hash}
          before={{ ...photoOf(pair.before), label: t('before', { date: dated(pair.before) }) }}
          after={{ ...photoOf(pair.after), label: t('after', { date: dated(pair.after) }) }}
          sliderLabel={t('slider')}
        >
          <p className={styles.from}>
            <SourceCitation source={pair.before.source} />
          </p>
        </BeforeAfter>
      ))}
      {photos.length > 0 && (
        <ul className={styles.photos}>
          {photos.map((photo) => (
            <li key={photo.hash}>
              <figure className={styles.figure}>
                <a href={evidencePath(photo.hash, 'large.jpg')}>
                  <Photo {...photoOf(photo)} sizes="(min-width: 60rem) 22rem, 100vw" />
                </a>
                <figcaption>
                  {photo.caption} <span className={styles.from}>{dated(photo)}</span>
                  <span className={styles.from}>
                    <SourceCitation source={photo.source} />
                  </span>
                </figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul className={styles.documents}>
          {documents.map((document) => (
            <li key={document.hash}>
              <a href={evidencePath(document.hash, 'document.pdf')}>{document.caption}</a>{' '}
              <span className={styles.from}>
                {t('document', { pages: document.pages ?? 0, size: size(document) })} · {dated(document)}
              </span>
              <span className={styles.from}>
                <SourceCitation source={document.source} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const photoOf = ({ hash, caption, size }: Evidence) => ({
  hash,
  caption,
  width: size?.width ?? 1,
  height: size?.height ?? 1,
});
