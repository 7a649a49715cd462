import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Condition, ProjectStatus, ReadinessState, Sector, Verification } from '@/domain/vocabulary';
import styles from './marks.module.css';

/**
 * Drawn anew for each mark: one shared element would be sent to the browser as a long reference, hundreds of times a
 * page. What all signs have in common stands in the style sheet.
 */
type Sign = () => ReactNode;

interface MarkProps {
  readonly sign: Sign;
  readonly tone?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A sign is always beside its word: neither colour nor shape alone ever says anything. */
function Mark({ sign, tone, title, children }: MarkProps) {
  return (
    <span className={`${styles.mark} ${tone ? styles[tone] : ''}`} {...(title ? { title } : {})}>
      <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
        {sign()}
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
  return (
    <Mark
      sign={verificationSigns[verification]}
      tone={verification === 'disputed' ? 'warning' : 'quiet'}
      title={t(`verificationMeaning.${verification}`)}
    >
      {verification === 'verified' && by ? t('verifiedBy', { who: by }) : t(`verification.${verification}`)}
    </Mark>
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
    <Mark sign={() => <path d="M6 1.2 11.2 10.8H.8Z M6 4.4v3.2 M6 9v.4" />} tone="warning">
      {children ?? t('late')}
    </Mark>
  );
}

export function OnHoldMark() {
  const t = useTranslations('words');
  return (
    <Mark sign={() => <path d="M4 2v8 M8 2v8" strokeWidth="2.4" />} tone="warning">
      {t('onHold')}
    </Mark>
  );
}

const solid = { fill: 'currentColor', stroke: 'none' } as const;
const ring: Sign = () => <circle cx="6" cy="6" r="4.8" />;
const disc: Sign = () => <circle cx="6" cy="6" r="5.4" {...solid} />;
const unknownSign: Sign = () => <circle cx="6" cy="6" r="4.8" strokeWidth="1.2" strokeDasharray="2 1.6" />;
const halfDisc: Sign = () => (
  <>
    {ring()}
    <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6Z" {...solid} />
  </>
);
const tick: Sign = () => <path d="m3.4 6.2 1.9 2L8.8 4" stroke="var(--paper)" strokeWidth="1.5" />;
const tickedDisc: Sign = () => (
  <>
    {disc()}
    {tick()}
  </>
);
const quarterDisc: Sign = () => (
  <>
    {ring()}
    <path d="M6 6V1.2A4.8 4.8 0 0 1 10.8 6Z" {...solid} />
  </>
);
const cross: Sign = () => <path d="m2.5 2.5 7 7m0-7-7 7" strokeWidth="1.7" />;
const square: Sign = () => <rect x="1.2" y="1.2" width="9.6" height="9.6" {...solid} />;

const verificationSigns: Record<Verification, Sign> = {
  reported: ring,
  documented: halfDisc,
  verified: tickedDisc,
  disputed: () => <path d="M1 4.2h7.5L6.2 1.9 M11 7.8H3.5l2.3 2.3" />,
};

const statusSigns: Record<ProjectStatus, Sign> = {
  proposed: unknownSign,
  planned: ring,
  underway: halfDisc,
  completed: disc,
  in_use: tickedDisc,
  cancelled: cross,
};

const sectorSigns: Record<Sector, Sign> = {
  housing: () => <path d="M6 1 11.4 5.6V11H.6V5.6Z" {...solid} />,
  infrastructure: square,
  cultural: () => <path d="M6 .6 11.4 6 6 11.4.6 6Z" {...solid} />,
};

const readinessSigns: Record<ReadinessState, Sign> = {
  ready: tickedDisc,
  partly_ready: halfDisc,
  under_way: quarterDisc,
  planned: ring,
  not_ready: cross,
  not_known: unknownSign,
};

const conditionSigns: Record<Condition, Sign> = {
  standing: square,
  threatened: () => <path d="M1.4 1.4h9.2v9.2H1.4Z M6 3.4v3.4 M6 8.2v1" />,
  damaged: () => <path d="M1.2 10.8V1.2h9.6L7.6 4.4l1.6 2-4 1.4 1 3Z" {...solid} />,
  altered: () => <path d="M1.4 1.4h9.2v9.2H1.4Z M1.4 10.6 10.6 1.4" />,
  destroyed: cross,
  under_restoration: () => (
    <>
      <rect x="1.4" y="1.4" width="9.2" height="9.2" />
      <path d="M1.4 6h9.2v4.6H1.4Z" {...solid} />
    </>
  ),
  restored: () => (
    <>
      {square()}
      {tick()}
    </>
  ),
  unknown: unknownSign,
};
