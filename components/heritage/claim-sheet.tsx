import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { ConditionMark } from '@/components/figures/marks';
import { Attribution } from '@/components/files/attribution';
import type { ClaimOfCondition } from './landmark';
import styles from './heritage.module.css';

/** Claims side by side, each with its date, its certainty and who makes it. */
export function ClaimSheet({ claims }: { readonly claims: readonly ClaimOfCondition[] }) {
  const t = useTranslations('heritage.landmark');
  const words = useTranslations('words');
  return (
    <ul className={styles.sheet}>
      {claims.map((claim) => (
        <li key={claim.slug} id={claim.slug}>
          <h3>
            <ConditionMark condition={claim.condition} />
          </h3>
          <dl className={styles.facts}>
            <dt>{t('observed')}</dt>
            <dd>
              <DateText date={claim.observedOn} />
            </dd>
            {claim.imageryOn && (
              <>
                <dt>{t('imagery')}</dt>
                <dd>
                  <DateText date={claim.imageryOn} />
                </dd>
              </>
            )}
            <dt>{t('certainty')}</dt>
            <dd>{words(`certainty.${claim.certainty}`)}</dd>
            {claim.cause && (
              <>
                <dt>{t('cause')}</dt>
                <dd>{claim.cause}</dd>
              </>
            )}
            {claim.extent && (
              <>
                <dt>{t('extent')}</dt>
                <dd>{claim.extent}</dd>
              </>
            )}
          </dl>
          {claim.statementText && <p>{claim.statementText}</p>}
          <Attribution statement={claim.statement} form="whole" />
        </li>
      ))}
    </ul>
  );
}
