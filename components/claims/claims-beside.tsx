import { useLocale, useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import type { StatedValue } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { type Chosen, type Claim, isContested } from '@/domain/claims/choose-claim';
import styles from './claims.module.css';

export interface ClaimsBesideProps<C extends Claim> {
  readonly chosen: Chosen<C>;
  readonly statedOf: (claim: C) => StatedValue;
  readonly whoOf: (claim: C) => string | null;
  /** The lowest and the highest, with their unit. */
  readonly rangeOf: (value: number) => string;
}

/** What stands beside a figure: every other claim, who says it, the range, and why this one is shown. Opens without JavaScript. */
export function ClaimsBeside<C extends Claim>({ chosen, statedOf, whoOf, rangeOf }: ClaimsBesideProps<C>) {
  const t = useTranslations('claims');
  const locale = useLocale();
  const { claim, others, lowest, highest, because } = chosen;
  if (others.length === 0) return null;
  const reason = claim.rivals.find(({ isPreferred }) => isPreferred)?.reason;
  const disagreements = new Set(claim.rivals.map(({ disagreement }) => disagreement));
  return (
    <details className={styles.beside}>
      <summary>
        {isContested(chosen)
          ? t('differ', { count: others.length, lowest: rangeOf(lowest), highest: rangeOf(highest) })
          : t('agree', { count: others.length })}
      </summary>
      <p>
        {t(`because.${because}`)} {because === 'reviewer' && reason && t('reason', { reason })}
      </p>
      <ul>
        {[claim, ...others].map((one, index) => (
          <li key={one.slug}>
            <FigureValue value={statedOf(one)} />, <DateText date={one.referenceOn} />,{' '}
            {t('says', { who: whoOf(one) ?? t('someone') })}
            {index === 0 && ` (${t('shown')})`}
          </li>
        ))}
      </ul>
      {[...disagreements].map((disagreement) => (
        <p key={disagreement}>
          <Link href={`/${locale}/disagreements#${disagreement}`}>{t('more')}</Link>
        </p>
      ))}
    </details>
  );
}
