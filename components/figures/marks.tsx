import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Condition, ProjectStatus, ReadinessState, Sector, Verification } from '@/domain/vocabulary';
import styles from './marks.module.css';

/** A sign is always beside its word: neither colour nor shape alone ever says anything. */
function Mark({ sign, tone, children }: { sign: ReactNode; tone?: string; children: ReactNode }) {
  return (
    <span className={`${styles.mark} ${tone ? styles[tone] : ''}`}>
      <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
        {sign}
      </svg>
      {children}
    </span>
  );
}

export interface VerificationMarkProps {
  readonly verification: Verification;
  /** Who has verified it. */
  readonly by?: string | null;
}

export function VerificationMark({ verification, by }: VerificationMarkProps) {
  const t = useTranslations('words');
  const meaning = t(`verificationMeaning.${verification}`);
  return (
    <span title={meaning}>
      <Mark sign={verificationSigns[verification]} tone={verification === 'disputed' ? 'warning' : 'quiet'}>
        {verification === 'verified' && by ? t('verifiedBy', { who: by }) : t(`verification.${verification}`)}
      </Mark>
    </span>
  );
}

export function StatusMark({ status }: { readonly status: ProjectStatus | null }) {
  const t = useTranslations('words');
  return (
    <Mark sign={status ? statusSigns[status] : unknownSign} tone={status ?? 'quiet'}>
      {t(`status.${status ?? 'unknown'}`)}
    </Mark>
  );
}

export function SectorMark({ sector }: { readonly sector: Sector }) {
  const t = useTranslations('words');
  return (
    <Mark sign={sectorSigns[sector]} tone={sector}>
      {t(`sector.${sector}`)}
    </Mark>
  );
}

export function ReadinessMark({ state }: { readonly state: ReadinessState }) {
  const t = useTranslations('words');
  return (
    <Mark sign={readinessSigns[state]} tone={state === 'not_known' ? 'quiet' : 'strong'}>
      {t(`readiness.${state}`)}
    </Mark>
  );
}

export function ConditionMark({ condition }: { readonly condition: Condition }) {
  const t = useTranslations('words');
  return (
    <Mark sign={conditionSigns[condition]} tone={condition === 'unknown' ? 'quiet' : 'strong'}>
      {t(`condition.${condition}`)}
    </Mark>
  );
}

export function LateMark({ children }: { readonly children?: ReactNode }) {
  const t = useTranslations('words');
  return (
    <Mark sign={<path d="M6 1.2 11.2 10.8H.8Z M6 4.4v3.2 M6 9v.4" {...outline} />} tone="warning">
      {children ?? t('late')}
    </Mark>
  );
}

export function OnHoldMark() {
  const t = useTranslations('words');
  return (
    <Mark sign={<path d="M4 2v8 M8 2v8" {...outline} strokeWidth="2.4" />} tone="warning">
      {t('onHold')}
    </Mark>
  );
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const;
const ring = <circle cx="6" cy="6" r="4.8" {...outline} />;
const disc = <circle cx="6" cy="6" r="5.4" fill="currentColor" />;
const unknownSign = <circle cx="6" cy="6" r="4.8" {...outline} strokeWidth="1.2" strokeDasharray="2 1.6" />;
const halfDisc = (
  <>
    {ring}
    <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6Z" fill="currentColor" />
  </>
);
const tickedDisc = (
  <>
    {disc}
    <path d="m3.4 6.2 1.9 2L8.8 4" fill="none" stroke="var(--paper)" strokeWidth="1.5" />
  </>
);
const quarterDisc = (
  <>
    {ring}
    <path d="M6 6V1.2A4.8 4.8 0 0 1 10.8 6Z" fill="currentColor" />
  </>
);
const cross = <path d="m2.5 2.5 7 7m0-7-7 7" {...outline} strokeWidth="1.7" />;
const square = <rect x="1.2" y="1.2" width="9.6" height="9.6" fill="currentColor" />;

const verificationSigns: Record<Verification, ReactNode> = {
  reported: ring,
  documented: halfDisc,
  verified: tickedDisc,
  disputed: <path d="M1 4.2h7.5L6.2 1.9 M11 7.8H3.5l2.3 2.3" {...outline} />,
};

const statusSigns: Record<ProjectStatus, ReactNode> = {
  proposed: unknownSign,
  planned: ring,
  underway: halfDisc,
  completed: disc,
  in_use: tickedDisc,
  cancelled: cross,
};

const sectorSigns: Record<Sector, ReactNode> = {
  housing: <path d="M6 1 11.4 5.6V11H.6V5.6Z" fill="currentColor" />,
  infrastructure: square,
  cultural: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
};

const readinessSigns: Record<ReadinessState, ReactNode> = {
  ready: tickedDisc,
  partly_ready: halfDisc,
  under_way: quarterDisc,
  planned: ring,
  not_ready: cross,
  not_known: unknownSign,
};

const conditionSigns: Record<Condition, ReactNode> = {
  standing: square,
  threatened: <path d="M1.4 1.4h9.2v9.2H1.4Z M6 3.4v3.4 M6 8.2v1" {...outline} />,
  damaged: <path d="M1.2 10.8V1.2h9.6L7.6 4.4l1.6 2-4 1.4 1 3Z" fill="currentColor" />,
  altered: <path d="M1.4 1.4h9.2v9.2H1.4Z M1.4 10.6 10.6 1.4" {...outline} />,
  destroyed: cross,
  under_restoration: (
    <>
      <rect x="1.4" y="1.4" width="9.2" height="9.2" {...outline} />
      <path d="M1.4 6h9.2v4.6H1.4Z" fill="currentColor" />
    </>
  ),
  restored: (
    <>
      {square}
      <path d="m3.4 6.2 1.9 2L8.8 4" fill="none" stroke="var(--paper)" strokeWidth="1.5" />
    </>
  ),
  unknown: unknownSign,
};
