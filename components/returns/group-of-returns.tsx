import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import { Section, Stack } from '@/components/layout/page';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { bySeries, runningTotals } from '@/domain/resettlement/running-totals';
import { CountsTable } from './counts-table';
import { LatestByPlace } from './latest-by-place';
import type { PersonCount, PromisedCount } from './person-count';
import { SeriesOfReturns } from './series-of-returns';
import styles from './returns.module.css';

export interface GroupOfReturnsProps {
  /** Of one kind and one population group. */
  readonly counts: readonly PersonCount[];
  readonly targets: readonly PromisedCount[];
  /** The place whose figures are those of the whole, where there is one. */
  readonly wholePlace: string | null;
  readonly placeHref: (slug: string) => string;
  readonly csvHref: string;
  readonly use: ClaimUse;
  /** Where every place and every single group is shown; null where this page shows them. */
  readonly allHref: string | null;
}

/** Enough to see what such a row is; all of them are one link away. */
const shownGroups = 5;

/** One population group: the whole, then place by place, then what is no running total, each apart. */
export function GroupOfReturns(props: GroupOfReturnsProps) {
  const { counts, targets, wholePlace, placeHref, csvHref, use, allHref } = props;
  const t = useTranslations('returns');
  const [first] = counts;
  if (!first) return null;
  const totals = runningTotals(counts);
  const whole = totals.filter(({ placeSlug }) => placeSlug === wholePlace);
  const parts = totals.filter(({ placeSlug }) => placeSlug !== wholePlace);
  const groups = counts.filter(({ counting, stage }) => counting === 'single_group' && stage === 'happened');
  const shown = allHref ? groups.toReversed().slice(0, shownGroups) : groups.toReversed();
  const placesId = `places-${first.kind}-${first.populationGroup}`;
  const groupsId = `groups-${first.kind}-${first.populationGroup}`;
  const announced = counts.filter(({ stage }) => stage === 'announced');
  const own = targets.filter(
    ({ populationGroup, placeSlug }) => populationGroup === first.populationGroup && placeSlug === wholePlace,
  );
  return (
    <Section level={3} title={first.groupLabel}>
      <Stack gap="wide">
        {bySeries(whole)
          .toReversed()
          .map(({ counts: series }) => (
            <SeriesOfReturns key={series[0]?.slug} counts={series} targets={own} csvHref={csvHref} use={use} />
          ))}
        {parts.length > 0 && (
          <div className={styles.byPlace} id={placesId}>
            <h4>{t('byPlace')}</h4>
            <LatestByPlace
              caption={t('byPlaceCaption', { group: first.groupLabel })}
              counts={parts}
              placeHref={placeHref}
              use={use}
              allHref={allHref && `${allHref}#${placesId}`}
            />
          </div>
        )}
        {groups.length > 0 && (
          <details className={styles.fold} id={groupsId} open={allHref === null}>
            <summary>{t(`singleGroups.${first.kind}`, { count: groups.length })}</summary>
            <p className={styles.definition}>{t(`singleGroupsNote.${first.kind}`)}</p>
            <CountsTable
              caption={t(`singleGroups.${first.kind}`, { count: groups.length })}
              isCaptionHidden
              counts={shown}
              placeHref={placeHref}
              hasOrigin
            />
            {allHref && shown.length < groups.length && (
              <p className={styles.all}>
                {t('groupsShown', { shown: shown.length })}{' '}
                <Link href={`${allHref}#${groupsId}`}>{t('allGroups', { count: groups.length })}</Link>
              </p>
            )}
          </details>
        )}
        {announced.length > 0 && (
          <details className={styles.fold}>
            <summary>{t('announced', { count: announced.length })}</summary>
            <p className={styles.definition}>{t('announcedNote')}</p>
            <CountsTable
              caption={t('announced', { count: announced.length })}
              isCaptionHidden
              counts={announced.toReversed()}
              placeHref={placeHref}
            />
          </details>
        )}
      </Stack>
    </Section>
  );
}
