import { useTranslations } from 'next-intl';
import { MovedFigure } from '@/components/claims/moved-figure';
import { DateText, FigureValue, Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { Attribution } from '@/components/files/attribution';
import { Link } from '@/components/layout/link';
import { ProjectName } from '@/components/projects/project-name';
import { DataTable } from '@/components/tables/data-table';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { bySeries, ofEveryOrigin, standingTotal } from '@/domain/resettlement/running-totals';
import type { PersonCount, PromisedCount } from './person-count';

export interface TargetsTableProps {
  readonly caption: string;
  readonly targets: readonly PromisedCount[];
  /** What was counted: shown beside a promise of the same place and the same group, and beside no other. */
  readonly counts: readonly PersonCount[];
  readonly placeHref: (slug: string) => string;
  readonly use: ClaimUse;
}

export function TargetsTable({ caption, targets, counts, placeHref, use }: TargetsTableProps) {
  const t = useTranslations('returns');
  const format = useFigureFormat();
  const countedOf = ({ metric, accumulation, placeSlug, populationGroup, dueOn }: PromisedCount) => {
    if (metric === 'measure' || accumulation === 'in_period') return null;
    const same = ofEveryOrigin(counts).filter(
      (count) => count.placeSlug === placeSlug && count.populationGroup === populationGroup && count.kind === 'return',
    );
    const byThen = same.filter(({ referenceOn }) => !referenceOn || !dueOn || referenceOn.last <= dueOn.last);
    const ofSeries = bySeries(byThen).flatMap(({ counts: series }) => standingTotal(series, metric, use)?.claim ?? []);
    const latest = ofSeries
      .toSorted((one, other) => ((one.referenceOn?.last ?? '') < (other.referenceOn?.last ?? '') ? -1 : 1))
      .at(-1);
    return latest && { value: statedNumber(latest[metric], metric, latest.qualifier), on: latest.referenceOn };
  };
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={targets}
      rowKey={({ slug }) => slug}
      note={t('targetsNote')}
      columns={[
        {
          id: 'what',
          head: t('columns.promised'),
          isRowHead: true,
          cell: ({ metric, value, qualifier, measureLabel, unit, groupLabel, versions }) => (
            <div>
              <FigureValue
                value={statedNumber(value, metric === 'measure' ? (unit ?? undefined) : metric, qualifier)}
              />
              {', '}
              {metric === 'measure' ? measureLabel : groupLabel}
              <MovedFigure versions={versions} unit={metric === 'measure' ? unit : metric} />
            </div>
          ),
        },
        {
          id: 'place',
          head: t('columns.place'),
          cell: ({ placeSlug, placeName, programme }) => {
            if (placeSlug) return <Link href={placeHref(placeSlug)}>{placeName}</Link>;
            return programme ? <ProjectName {...programme} /> : <Unknown />;
          },
        },
        { id: 'due', head: t('columns.due'), cell: ({ dueOn }) => <DateText date={dueOn} form="short" /> },
        {
          id: 'counted',
          head: t('columns.sameCounted'),
          cell: (target) => {
            const counted = countedOf(target);
            if (counted)
              return `${format.stated(counted.value)}${counted.on ? `, ${format.date(counted.on, 'short')}` : ''}`;
            return t(target.accumulation === 'in_period' ? 'ofThatPeriod' : 'noSuchCount');
          },
        },
        {
          id: 'stated',
          head: t('columns.statedOn'),
          cell: ({ statedOn }) => <DateText date={statedOn} form="short" />,
        },
        { id: 'who', head: t('columns.who'), cell: ({ statement }) => <Attribution statement={statement} /> },
      ]}
    />
  );
}
