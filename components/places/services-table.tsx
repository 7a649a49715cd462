import { useTranslations } from 'next-intl';
import { DateText, Unknown } from '@/components/figures/figure-value';
import { ReadinessMark } from '@/components/figures/marks';
import { Attribution } from '@/components/files/attribution';
import type { StatementFacts } from '@/components/files/provenance';
import { Link } from '@/components/layout/link';
import type { DateSpan } from '@/domain/calendar';
import type { ReadinessState } from '@/domain/vocabulary';
import styles from './places.module.css';

export interface ServiceClaim {
  readonly slug: string;
  readonly state: ReadinessState;
  readonly referenceOn: DateSpan | null;
  readonly promisedOn: DateSpan | null;
  readonly earlierPromise: DateSpan | null;
  readonly project: { readonly slug: string; readonly title: string } | null;
  readonly statementText: string | null;
  readonly statement: StatementFacts;
}

export interface Service {
  readonly service: string;
  readonly label: string;
  /** Latest first; empty where nobody has said anything. */
  readonly claims: readonly ServiceClaim[];
}

export interface ServicesTableProps {
  readonly services: readonly Service[];
  readonly projectHref: (slug: string) => string;
}

/** Ready or not, service by service. Every row is always there: what nobody has said is the answer too. */
export function ServicesTable({ services, projectHref }: ServicesTableProps) {
  const t = useTranslations('place.ready');
  return (
    <ul className={styles.services}>
      {services.map(({ service, label, claims }) => (
        <li key={service}>
          <h3 className={styles.service}>{label}</h3>
          {claims.length === 0 ? (
            <p className={styles.nobody}>
              <Unknown />
              <span className="visually-hidden">: {t('nobody')}</span>
            </p>
          ) : (
            claims.map((claim) => <Claim key={claim.slug} claim={claim} projectHref={projectHref} />)
          )}
        </li>
      ))}
    </ul>
  );
}

function Claim({
  claim,
  projectHref,
}: {
  readonly claim: ServiceClaim;
  readonly projectHref: (slug: string) => string;
}) {
  const t = useTranslations('place.ready');
  const { state, referenceOn, promisedOn, earlierPromise, project, statementText, statement } = claim;
  return (
    <div className={styles.claim}>
      <p>
        <ReadinessMark state={state} /> {t.rich('on', { date: () => <DateText date={referenceOn} /> })}
      </p>
      {promisedOn && (
        <p>
          {t.rich('promised', { date: () => <DateText date={promisedOn} /> })}
          {earlierPromise && <> {t.rich('moved', { date: () => <DateText date={earlierPromise} /> })}</>}
        </p>
      )}
      {statementText && <p>{statementText}</p>}
      {project && (
        <p>
          <Link href={projectHref(project.slug)}>{project.title}</Link>
        </p>
      )}
      <Attribution statement={statement} />
    </div>
  );
}
