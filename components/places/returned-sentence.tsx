import { useTranslations } from 'next-intl';
import { Unknown, Withheld } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import type { PersonCount } from '@/components/returns/person-count';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { bySeries, ofEveryOrigin, standingTotal } from '@/domain/resettlement/running-totals';

export interface ReturnedSentenceProps {
  readonly counts: readonly PersonCount[];
  /** Whether places within have counts of their own. */
  readonly hasCountsWithin: boolean;
  readonly use: ClaimUse;
}

/** One sentence for each group that came back: how many, when last counted, and who says so. */
export function ReturnedSentence({ counts, hasCountsWithin, use }: ReturnedSentenceProps) {
  const t = useTranslations('place.returned');
  const format = useFigureFormat();
  const groups = bySeries(ofEveryOrigin(counts).filter(({ kind }) => kind === 'return')).flatMap(({ counts: own }) => {
    const chosen = standingTotal(own, 'families', use) ?? standingTotal(own, 'persons', use);
    return chosen ? [chosen.claim] : [];
  });
  if (
    groups.length === 0 &&
    counts.some((count) => count.kind === 'return' && (count.familiesWithheld || count.personsWithheld))
  ) {
    return (
      <p>
        {t('before')} <Withheld />. {t('withheld')}
      </p>
    );
  }
  if (groups.length === 0) {
    return (
      <p>
        {t('before')} <Unknown />. {t(hasCountsWithin ? 'onlyWithin' : 'nobody')}
      </p>
    );
  }
  return groups.map((latest) => {
    const said = {
      who: latest.statement.statedBy.name,
      date: latest.referenceOn ? format.date(latest.referenceOn) : '',
    };
    const families = format.stated(statedNumber(latest.families, 'families', latest.qualifier));
    const persons = format.stated(statedNumber(latest.persons, 'persons', latest.qualifier));
    return (
      <p key={latest.slug}>
        {latest.families !== null && latest.persons !== null
          ? t('both', { ...said, families, persons })
          : t('one', { ...said, people: latest.families !== null ? families : persons })}
      </p>
    );
  });
}
