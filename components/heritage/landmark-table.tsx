import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { ConditionMark, StatusMark } from '@/components/figures/marks';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import type { ClaimOfCondition, LandmarkInList } from './landmark';
import styles from './heritage.module.css';

export interface LandmarkTableProps {
  readonly caption: string;
  readonly landmarks: readonly LandmarkInList[];
  readonly locale: string;
  readonly hasPlace?: boolean;
}

/** Landmarks with every claim about them side by side: none is chosen for the reader. */
export function LandmarkTable({ caption, landmarks, locale, hasPlace = true }: LandmarkTableProps) {
  const t = useTranslations('heritage.columns');
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={landmarks}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'name',
          head: t('landmark'),
          isRowHead: true,
          cell: (landmark) => <Name landmark={landmark} href={`/${locale}/heritage/${landmark.slug}`} />,
        },
        { id: 'kind', head: t('kind'), cell: ({ kindLabel }) => kindLabel },
        ...(hasPlace
          ? [
              {
                id: 'place',
                head: t('place'),
                cell: ({ placeSlug, placeName }: LandmarkInList) => (
                  <Link href={`/${locale}/places/${placeSlug}`}>{placeName}</Link>
                ),
              },
            ]
          : []),
        { id: 'claims', head: t('claims'), cell: ({ claims }) => <Claims claims={claims} /> },
        {
          id: 'restoration',
          head: t('restoration'),
          cell: ({ restorations }) => <Restorations restorations={restorations} locale={locale} />,
        },
      ]}
    />
  );
}

function Name({ landmark, href }: { readonly landmark: LandmarkInList; readonly href: string }) {
  const others = landmark.otherNames.flatMap(({ names }) => names);
  return (
    <div>
      <Link href={href}>{landmark.title}</Link>
      {others.length > 0 && (
        <span className={styles.also}>
          {others.map(({ language, name }, index) => (
            <span key={`${language} ${name}`}>
              {index > 0 && ' · '}
              <span lang={language}>{name}</span>
            </span>
          ))}
        </span>
      )}
      {landmark.communities.length > 0 && (
        <span className={styles.also}>{landmark.communities.map(({ label }) => label).join(', ')}</span>
      )}
    </div>
  );
}

function Claims({ claims }: { readonly claims: readonly ClaimOfCondition[] }) {
  const t = useTranslations('heritage');
  if (claims.length === 0) return <span className={styles.quiet}>{t('noClaim')}</span>;
  return (
    <ul className={styles.claims}>
      {claims.map(({ slug, condition, observedOn, statement }) => (
        <li key={slug}>
          <ConditionMark condition={condition} />{' '}
          <span className={styles.quiet}>
            {observedOn
              ? t.rich('claimedOn', {
                  date: () => <DateText date={observedOn} form="short" />,
                  who: statement.statedBy.name,
                })
              : t('claimedUndated', { who: statement.statedBy.name })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Restorations({
  restorations,
  locale,
}: {
  readonly restorations: LandmarkInList['restorations'];
  readonly locale: string;
}) {
  const t = useTranslations('heritage');
  if (restorations.length === 0) return <span className={styles.quiet}>{t('noRestoration')}</span>;
  return (
    <ul className={styles.claims}>
      {restorations.map(({ slug, title, status }) => (
        <li key={slug}>
          <Link href={`/${locale}/projects/${slug}`}>{title}</Link> <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
}
