import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { machineDate } from './format-date';
import { FigureDetails } from './figure-details';
import { FigureValue } from './figure-value';
import { VerificationMark } from './marks';
import { useFigureFormat } from './server-format';
import type { Provenance, StatedValue } from './stated-value';
import styles from './figure.module.css';

export interface FigureProps {
  /** What the figure is of: "Families returned". */
  readonly label: string;
  readonly value: StatedValue;
  readonly provenance: Provenance;
  /** `headline` for the few of an overview, `plain` elsewhere. */
  readonly size?: 'headline' | 'plain';
  readonly id?: string;
  /** The figure to read it against: "of 34,500 promised by 2026". */
  readonly against?: ReactNode;
  /** A `Sparkline`, or nothing. */
  readonly trend?: ReactNode;
  /** What stands beside it: claims that differ, with their range. */
  readonly beside?: ReactNode;
  /** Contradicting claims, history: shown in the folded part. */
  readonly otherClaims?: ReactNode;
  readonly history?: ReactNode;
}

/** A figure is never naked: value and unit · reference date · who states it · verification, and the rest on demand. */
export function Figure(props: FigureProps) {
  const { label, value, provenance, size = 'plain', id, against, trend } = props;
  return (
    <div className={`${styles.figure} ${size === 'headline' ? styles.headline : ''}`} id={id}>
      <p className={styles.label}>{label}</p>
      <p className={styles.value}>
        <FigureValue value={value} hasSmallUnit={size === 'headline'} />
      </p>
      {against && <p className={styles.against}>{against}</p>}
      {trend && <div className={styles.trend}>{trend}</div>}
      <FigureMeta provenance={provenance} />
      {props.beside}
      <FigureDetails label={label} value={value} provenance={provenance} history={props.history}>
        {props.otherClaims}
      </FigureDetails>
    </div>
  );
}

/** One line: `as of 24 December 2025 · says the State Committee · reported`. */
export function FigureMeta({ provenance }: { readonly provenance: Provenance }) {
  const t = useTranslations('figures');
  const format = useFigureFormat();
  const { referenceDate, statedBy, verification, verifiedBy } = provenance;
  return (
    <p className={styles.meta}>
      <span>
        {referenceDate ? (
          <time dateTime={machineDate(referenceDate)}>{format.date(referenceDate)}</time>
        ) : (
          t('dateUnknown')
        )}
      </span>
      <span>{statedBy ?? t('whoUnknown')}</span>
      {verification && <VerificationMark verification={verification} by={verifiedBy} />}
    </p>
  );
}
