import { useTranslations } from 'next-intl';
import { DateText, FigureLegend } from '@/components/figures/figure-value';
import { Attribution } from '@/components/files/attribution';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import type { Chosen, ClaimUse } from '@/domain/claims/choose-claim';
import { bySeries, type Metric, runningTotals, standingTotal } from '@/domain/resettlement/running-totals';
import { CountClaims } from './count-claims';
import { CountValue } from './count-value';
import { DotsOverTime } from './dots-over-time';
import { LaterWithheld } from './later-withheld';
import type { PersonCount } from './person-count';
import { withheldAfter } from './stated-count';
import styles from './returns.module.css';

export interface LatestByPlaceProps {
  readonly caption: string;
  /** Of one population group. */
  readonly counts: readonly PersonCount[];
  readonly placeHref: (slug: string) => string;
  readonly use: ClaimUse;
  /** Where all places are shown; absent where this page shows them. */
  readonly allHref?: string | null;
}

/** The largest, which most readers look for. */
const shownPlaces = 10;

interface PlaceRow {
  readonly latest: PersonCount;
  /** Null where everything that was counted there is withheld. */
  readonly chosen: Chosen<PersonCount> | null;
  readonly metric: Metric;
  readonly totals: readonly PersonCount[];
}

/** The latest running total of each place, side by side and never summed: places overlap and dates differ. */
export function LatestByPlace({ caption, counts, placeHref, use, allHref }: LatestByPlaceProps) {
  const t = useTranslations('returns');
  const rows = bySeries(counts)
    .flatMap(({ counts: own }): PlaceRow[] => {
      const metric = standingTotal(own, 'persons', use) ? 'persons' : 'families';
      const chosen = standingTotal(own, metric, use);
      const latest = chosen?.claim ?? withheldAfter(own, 'persons', null) ?? withheldAfter(own, 'families', null);
      return latest ? [{ latest, chosen, metric, totals: runningTotals(own) }] : [];
    })
    .sort(
      (one, other) =>
        (other.latest.persons ?? other.latest.families ?? 0) - (one.latest.persons ?? one.latest.families ?? 0),
    );
  const days = rows.flatMap(({ totals }) =>
    totals.flatMap(({ referenceOn }) => (referenceOn ? [Date.parse(referenceOn.last)] : [])),
  );
  const period = { from: Math.min(...days), until: Math.max(...days) };
  if (rows.length === 0) return <p>{t('noTotals')}</p>;
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      density="compact"
      rows={allHref ? rows.slice(0, shownPlaces) : rows}
      rowKey={({ latest }) => latest.slug}
      note={
        <>
          {allHref && rows.length > shownPlaces && (
            <p className={styles.all}>
              {t('placesShown', { shown: shownPlaces })}{' '}
              <Link href={allHref}>{t('allPlaces', { count: rows.length })}</Link>
            </p>
          )}
          <p>{t('notSummed')}</p>
          <FigureLegend hasWithheld />
        </>
      }
      columns={[
        {
          id: 'place',
          head: t('columns.place'),
          isRowHead: true,
          cell: ({ latest }) => (
            <>
              <Link href={placeHref(latest.placeSlug)}>{latest.placeName}</Link>
              {latest.event && ` (${latest.event})`}
              {latest.originLabel && ` (${t('fromOrigin', { origin: latest.originLabel })})`}
            </>
          ),
        },
        {
          id: 'families',
          head: t('columns.families'),
          kind: 'number',
          cell: ({ latest }) => <CountValue count={latest} metric="families" />,
        },
        {
          id: 'persons',
          head: t('columns.persons'),
          kind: 'number',
          cell: ({ latest }) => <CountValue count={latest} metric="persons" />,
        },
        {
          id: 'date',
          head: t('columns.counted'),
          cell: ({ latest, metric, totals }) => (
            <>
              <DateText date={latest.referenceOn} form="short" />
              <LaterWithheld counts={totals} metric={metric} shown={latest} />
            </>
          ),
        },
        {
          id: 'trend',
          head: t('columns.trend'),
          cell: ({ totals }) => <DotsOverTime counts={totals} period={period} />,
        },
        {
          id: 'who',
          head: t('columns.who'),
          cell: ({ latest, chosen, metric }) => (
            <>
              <Attribution statement={latest.statement} />
              {chosen && <CountClaims chosen={chosen} metric={metric} />}
            </>
          ),
        },
      ]}
    />
  );
}
