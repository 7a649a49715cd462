import { useTranslations } from 'next-intl';
import { DateText, FigureLegend } from '@/components/figures/figure-value';
import { Attribution } from '@/components/files/attribution';
import { DataTable } from '@/components/tables/data-table';
import { byPlace, latestTotal, runningTotals } from '@/domain/resettlement/running-totals';
import { CountValue } from './count-value';
import { DotsOverTime } from './dots-over-time';
import type { PersonCount } from './person-count';

export interface LatestByPlaceProps {
  readonly caption: string;
  /** Of one population group. */
  readonly counts: readonly PersonCount[];
  readonly placeHref: (slug: string) => string;
}

interface PlaceRow {
  readonly latest: PersonCount;
  readonly totals: readonly PersonCount[];
}

/** The latest running total of each place, side by side and never summed: places overlap and dates differ. */
export function LatestByPlace({ caption, counts, placeHref }: LatestByPlaceProps) {
  const t = useTranslations('returns');
  const rows = byPlace(counts)
    .flatMap(({ counts: own }): PlaceRow[] => {
      const latest = latestTotal(own, 'persons') ?? latestTotal(own, 'families');
      return latest ? [{ latest, totals: runningTotals(own) }] : [];
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
      rows={rows}
      rowKey={({ latest }) => latest.slug}
      note={
        <>
          <p>{t('notSummed')}</p>
          <FigureLegend />
        </>
      }
      columns={[
        {
          id: 'place',
          head: t('columns.place'),
          isRowHead: true,
          cell: ({ latest }) => <a href={placeHref(latest.placeSlug)}>{latest.placeName}</a>,
        },
        {
          id: 'families',
          head: t('columns.families'),
          kind: 'number',
          cell: ({ latest }) => <CountValue value={latest.families} qualifier={latest.qualifier} />,
        },
        {
          id: 'persons',
          head: t('columns.persons'),
          kind: 'number',
          cell: ({ latest }) => <CountValue value={latest.persons} qualifier={latest.qualifier} />,
        },
        {
          id: 'date',
          head: t('columns.counted'),
          cell: ({ latest }) => <DateText date={latest.referenceOn} form="short" />,
        },
        {
          id: 'trend',
          head: t('columns.trend'),
          cell: ({ totals }) => <DotsOverTime counts={totals} period={period} />,
        },
        { id: 'who', head: t('columns.who'), cell: ({ latest }) => <Attribution statement={latest.statement} /> },
      ]}
    />
  );
}
