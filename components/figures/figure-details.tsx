import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText, FigureValue } from './figure-value';
import { useFigureFormat } from './server-format';
import { SourceCitation } from './source-citation';
import type { Provenance, StatedValue } from './stated-value';
import styles from './figure.module.css';

export interface FigureDetailsProps {
  readonly label: string;
  readonly value?: StatedValue;
  readonly provenance: Provenance;
  /** Other claims. */
  readonly children?: ReactNode;
  readonly history?: ReactNode;
}

/** The "i" beside a figure: definition, sources, how it was obtained, other claims, history. Opens without JavaScript. */
export function FigureDetails({ label, value, provenance, children, history }: FigureDetailsProps) {
  const t = useTranslations('figures');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const { sources = [], verification, verifiedBy } = provenance;
  return (
    <details className={styles.details}>
      <summary>
        <span className={styles.i} aria-hidden="true">
          i
        </span>
        <span className="visually-hidden">{t('aboutNamed', { label })}</span>
      </summary>
      <dl className={styles.about}>
        <Line name={t('definition')}>{provenance.definition}</Line>
        {value?.kind === 'money' && <Line name={label}>{format.money(value.minorUnits, value.currency, 'exact')}</Line>}
        <Line name={t('referenceDate')}>
          <DateText date={provenance.referenceDate} />
        </Line>
        <Line name={t('statedBy')}>
          {provenance.statedBy ?? <FigureValue value={{ kind: 'unknown' }} />}
          {provenance.reportedBy && `, ${t('reportedBy', { who: provenance.reportedBy })}`}
        </Line>
        {verification && (
          <Line name={t('verification')}>
            {verifiedBy ? words('verifiedBy', { who: verifiedBy }) : words(`verification.${verification}`)}.{' '}
            {words(`verificationMeaning.${verification}`)}
          </Line>
        )}
        <Line name={t('obtained')}>{provenance.obtained}</Line>
        {provenance.publishedOn && (
          <Line name={t('publishedOn')}>
            <DateText date={provenance.publishedOn} />
          </Line>
        )}
        {sources.length > 0 && (
          <Line name={t(sources.length === 1 ? 'source' : 'sources')}>
            {sources.map((source) => (
              <SourceCitation key={`${source.title} ${source.url}`} source={source} />
            ))}
          </Line>
        )}
        <Line name={t('note')}>{provenance.note}</Line>
        <Line name={t('otherClaims')}>{children}</Line>
        <Line name={t('history')}>{history}</Line>
      </dl>
    </details>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
