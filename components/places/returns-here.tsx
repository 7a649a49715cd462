import { useTranslations } from 'next-intl';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { Stack } from '@/components/layout/page';
import { CountsTable } from '@/components/returns/counts-table';
import { LatestByPlace } from '@/components/returns/latest-by-place';
import type { PersonCount, PromisedCount } from '@/components/returns/person-count';
import { SeriesOfReturns } from '@/components/returns/series-of-returns';
import { TargetsTable } from '@/components/returns/targets-table';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { byPopulationGroup, bySeries, runningTotals } from '@/domain/resettlement/running-totals';
import { type ResettlementKind, resettlementKinds } from '@/domain/vocabulary';

export interface ReturnsHereProps {
  readonly counts: readonly PersonCount[];
  /** Of the places that lie in this one: listed, never summed. */
  readonly countsWithin: readonly PersonCount[];
  readonly targets: readonly PromisedCount[];
  readonly placeHref: (slug: string) => string;
  /** The filter of the counts shown, as an address has it. */
  readonly query: string;
  readonly use: ClaimUse;
}

/** Who came and who left, each kind and each group apart; what lies within is listed beside and not summed. */
export function ReturnsHere({ counts, countsWithin, targets, placeHref, query, use }: ReturnsHereProps) {
  const t = useTranslations('place.returns');
  const totalsWithin = runningTotals(countsWithin);
  const ofGroup = ([first]: readonly PersonCount[]) =>
    targets.filter(({ populationGroup }) => populationGroup === first?.populationGroup);
  const csvHref = `/data/resettlement.csv${query}`;
  return (
    <Stack gap="wide">
      {counts.length === 0 && totalsWithin.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {kindsAndGroups(counts).map(({ key, kind, counts: own, label }) => (
        <Stack key={key}>
          <h3>{t('group', { kind, group: label })}</h3>
          {bySeries(own)
            .toReversed()
            .map(({ counts: series }) => (
              <SeriesOfReturns
                key={series[0]?.slug}
                counts={series}
                targets={ofGroup(own)}
                csvHref={csvHref}
                height={240}
                use={use}
              />
            ))}
          <details>
            <summary>{t('every', { count: own.length })}</summary>
            <p>{t('everyNote')}</p>
            <CountsTable
              caption={t('every', { count: own.length })}
              isCaptionHidden
              counts={own.toReversed()}
              hasOrigin
            />
          </details>
        </Stack>
      ))}
      {totalsWithin.length > 0 &&
        kindsAndGroups(totalsWithin).map(({ key, kind, counts: own, label }) => (
          <Stack key={key}>
            <h3>{t('within', { kind, group: label })}</h3>
            <p>{t('withinNote')}</p>
            <LatestByPlace caption={t('within', { kind, group: label })} counts={own} placeHref={placeHref} use={use} />
          </Stack>
        ))}
      {targets.length > 0 && (
        <Stack>
          <h3>{t('targets')}</h3>
          <TargetsTable caption={t('targets')} targets={targets} counts={counts} placeHref={placeHref} use={use} />
        </Stack>
      )}
      {(counts.length > 0 || countsWithin.length > 0) && <RowDownloads table="resettlement" query={query} />}
    </Stack>
  );
}

function kindsAndGroups(counts: readonly PersonCount[]) {
  return resettlementKinds.flatMap((kind: ResettlementKind) =>
    byPopulationGroup(counts.filter((count) => count.kind === kind)).map(({ populationGroup, counts: own }) => ({
      key: `${kind} ${populationGroup}`,
      kind,
      counts: own,
      label: own[0]?.groupLabel ?? populationGroup,
    })),
  );
}
