import { useLocale, useTranslations } from 'next-intl';
import { VerificationMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { SourceCitation } from '@/components/figures/source-citation';
import type { FigureSource } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import type { IsoDate } from '@/domain/calendar';
import type { DisagreementNature, Verification } from '@/domain/vocabulary';
import { ClaimText, type ToldClaim } from './claim-text';
import styles from './claims.module.css';

export interface ToldDisagreement {
  readonly slug: string;
  readonly title: string;
  readonly nature: DisagreementNature;
  readonly explanation: string;
  readonly preferredReason: string | null;
  readonly project: { readonly slug: string; readonly title: string } | null;
  readonly place: { readonly slug: string; readonly name: string } | null;
  readonly landmark: { readonly slug: string; readonly title: string } | null;
  readonly claims: readonly (ToldClaim & {
    readonly isPreferred: boolean;
    readonly statedBy: string | null;
    readonly source: FigureSource | null;
    readonly verification: Verification | null;
  })[];
  readonly statements: readonly {
    readonly statedBy: string;
    readonly statement: string;
    readonly source: FigureSource | null;
  }[];
  readonly approvedByRole: 'editor' | 'reviewer' | 'administrator';
  readonly approvedByOrganisation: string | null;
  readonly publishedOn: IsoDate;
}

export interface DisagreementSheetProps {
  readonly disagreements: readonly ToldDisagreement[];
  /** Whether each says which project, place or landmark it is about. */
  readonly hasSubject?: boolean;
  /** Whether each is a title that opens: a list of them all is too long to be read at once. */
  readonly isFolded?: boolean;
}

/** Each disagreement with its claims side by side, the preferred one with its reason, and what each side says. */
export function DisagreementSheet({ disagreements, hasSubject, isFolded }: DisagreementSheetProps) {
  const t = useTranslations('claims.sheet');
  const natures = useTranslations('vocabulary.disagreementNatures');
  const subject = (disagreement: ToldDisagreement) => (
    <p className={styles.quiet}>
      {natures(disagreement.nature)}
      {hasSubject && <Subject {...disagreement} />}
    </p>
  );
  return (
    <ul className={isFolded ? `${styles.list} ${styles.titles}` : styles.list}>
      {disagreements.map((disagreement) => (
        <li key={disagreement.slug} id={isFolded ? undefined : disagreement.slug}>
          {isFolded ? (
            <details className={styles.fold}>
              <summary>
                <h3>{disagreement.title}</h3>{' '}
                <span className={styles.quiet}>{t('count', { count: disagreement.claims.length })}</span>
              </summary>
              {/* An address that names it opens it: its target lies within. */}
              <div id={disagreement.slug} className={styles.folded}>
                {subject(disagreement)}
                <Told {...disagreement} />
              </div>
            </details>
          ) : (
            <>
              <h3>{disagreement.title}</h3>
              {subject(disagreement)}
              <Told {...disagreement} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Told(disagreement: ToldDisagreement) {
  return (
    <>
      <Claims {...disagreement} />
      <p>{disagreement.explanation}</p>
      {disagreement.nature === 'rival_claims' && <Preference {...disagreement} />}
      <Statements {...disagreement} />
    </>
  );
}

function Subject({ project, place, landmark }: ToldDisagreement) {
  const locale = useLocale();
  if (project)
    return (
      <>
        : <Link href={`/${locale}/projects/${project.slug}`}>{project.title}</Link>
      </>
    );
  if (landmark)
    return (
      <>
        : <Link href={`/${locale}/heritage/${landmark.slug}`}>{landmark.title}</Link>
      </>
    );
  return place ? (
    <>
      : <Link href={`/${locale}/places/${place.slug}`}>{place.name}</Link>
    </>
  ) : null;
}

function Claims({ claims }: ToldDisagreement) {
  const t = useTranslations('claims');
  return (
    <ul className={styles.claims}>
      {claims.map((claim, position) => (
        <li key={position}>
          <ClaimText claim={claim} />
          {claim.isPreferred && <strong> ({t('sheet.preferredMark')})</strong>}
          {claim.statedBy && `, ${t('says', { who: claim.statedBy })}`}{' '}
          {claim.verification && <VerificationMark verification={claim.verification} />}{' '}
          {claim.source && (
            <span className={styles.source}>
              <SourceCitation source={claim.source} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The choice is its reviewer's, by role and organisation: people are not named. */
function Preference({
  claims,
  preferredReason,
  approvedByRole,
  approvedByOrganisation,
  publishedOn,
}: ToldDisagreement) {
  const t = useTranslations('claims.sheet');
  const format = useFigureFormat();
  if (!claims.some(({ isPreferred }) => isPreferred)) return <p className={styles.quiet}>{t('nonePreferred')}</p>;
  return (
    <p>
      {t('preferred', {
        role: approvedByRole,
        organisation: approvedByOrganisation ?? 'none',
        date: format.date(publishedOn),
        reason: preferredReason ?? '',
      })}
    </p>
  );
}

function Statements({ statements }: ToldDisagreement) {
  const t = useTranslations('claims.sheet');
  if (statements.length === 0) return null;
  return (
    <>
      <h4>{t('statements')}</h4>
      <dl className={styles.statements}>
        {statements.map(({ statedBy, statement, source }, position) => (
          <div key={position}>
            <dt>{statedBy}</dt>
            <dd>
              {statement}{' '}
              {source && (
                <span className={styles.source}>
                  <SourceCitation source={source} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
