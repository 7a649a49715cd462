import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import { type ClaimUse, claimUses } from '@/domain/claims/choose-claim';
import { claimsParameter } from '@/domain/claims/claim-use';
import styles from './claims.module.css';

export interface ClaimUseLinksProps {
  readonly use: ClaimUse;
  readonly hrefFor: (parameter: { readonly claims?: ClaimUse }) => string;
}

/** Which claims the totals of this page use, and the way to recompute them with the lowest and the highest. */
export function ClaimUseLinks({ use, hrefFor }: ClaimUseLinksProps) {
  const t = useTranslations('claims.use');
  return (
    <nav className={styles.use} aria-label={t('label')}>
      <span>{t(`now.${use}`)}</span>
      {claimUses.map((each) => (
        <Link key={each} href={hrefFor(claimsParameter(each))} aria-current={each === use ? 'true' : undefined}>
          {t(`choice.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
