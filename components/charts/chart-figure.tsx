import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText } from '@/components/figures/figure-value';
import { SourceCitation } from '@/components/figures/source-citation';
import { Link } from '@/components/layout/link';
import type { ChartFrame } from './chart-frame';
import styles from './chart-figure.module.css';

export interface ChartFigureProps extends ChartFrame {
  /** Only where direct labels cannot do. */
  readonly chartKey?: ReactNode;
  /** The picture. */
  readonly children: ReactNode;
  /** A `DataTable` of the same numbers. */
  readonly table: ReactNode;
}

/** A chart is always the same figure: finding, measure, picture, notes, source and date, then its numbers. */
export function ChartFigure(props: ChartFigureProps) {
  const t = useTranslations('charts');
  const { headline, subtitle, id, notes, sources = [], referenceDate, csvHref, level = 3 } = props;
  // Few sources are cited under the picture; many would be a wall of text and stand below the table.
  const areFew = sources.length <= fewSources;
  const citations = sources.map((source) => <SourceCitation key={`${source.title} ${source.url}`} source={source} />);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure className={styles.figure} id={id}>
      <figcaption>
        <Heading className={styles.headline}>{headline}</Heading>
        <p className={styles.subtitle}>{subtitle}</p>
      </figcaption>
      {props.chartKey}
      {props.children}
      <div className={styles.foot}>
        {notes && <div>{notes}</div>}
        {(referenceDate || sources.length > 0) && (
          <p>
            {referenceDate && t.rich('referenceDate', { date: () => <DateText date={referenceDate} /> })}
            {referenceDate && sources.length > 0 && '. '}
            {areFew && sources.length > 0 && `${t(sources.length === 1 ? 'source' : 'sources')}: `}
            {areFew ? citations : t('sourcesBelow', { count: sources.length })}
          </p>
        )}
      </div>
      <div className={styles.numbers}>
        <details>
          <summary>{areFew ? t('table') : t('tableAndSources')}</summary>
          <div className={styles.table}>{props.table}</div>
          {!areFew && (
            <ul className={styles.sources} aria-label={t('sources')}>
              {citations.map((citation) => (
                <li key={citation.key}>{citation}</li>
              ))}
            </ul>
          )}
        </details>
        {csvHref && (
          <Link href={csvHref} rel="nofollow" aria-label={`${t('download')}: ${headline} (CSV)`}>
            {t('download')} CSV
          </Link>
        )}
      </div>
    </figure>
  );
}

const fewSources = 3;
