import type { DateSpan } from '../calendar';
import type { MoneyKind } from '../vocabulary';

/** What the rule needs of an amount of money. */
export interface Amount {
  readonly kind: MoneyKind;
  readonly accumulation: 'in_period' | 'cumulative';
  readonly minorUnits: bigint;
  readonly currency: string;
  readonly period: DateSpan;
}

export interface YearOfAmounts<A extends Amount> {
  readonly year: string;
  /** One amount of each kind; a kind that nobody stated is not there. */
  readonly amounts: Readonly<Partial<Record<MoneyKind, A>>>;
  /** Stated too, for the same year and kind: shown beside, never added. */
  readonly rivals: readonly A[];
}

/**
 * Amounts that can stand beside each other: of one currency, in the period, and for exactly one calendar year. Halves,
 * spans and cumulative amounts cannot, and are left out. Of two claims for the same year and kind the larger is drawn
 * and the other kept as its rival, so that neither is lost and none is preferred silently.
 */
export function amountsByYear<A extends Amount>(amounts: readonly A[], currency: string): readonly YearOfAmounts<A>[] {
  const comparable = amounts.filter(
    ({ accumulation, currency: own, period }) => accumulation === 'in_period' && own === currency && isOneYear(period),
  );
  const years = [...new Set(comparable.map(({ period }) => period.first.slice(0, 4)))].sort();
  return years.map((year) => {
    const chosen: Partial<Record<MoneyKind, A>> = {};
    const rivals: A[] = [];
    for (const amount of comparable.filter(({ period }) => period.first.startsWith(year))) {
      const other = chosen[amount.kind];
      if (!other) chosen[amount.kind] = amount;
      else if (amount.minorUnits > other.minorUnits) {
        chosen[amount.kind] = amount;
        rivals.push(other);
      } else rivals.push(amount);
    }
    return { year, amounts: chosen, rivals };
  });
}

export const isOneYear = ({ first, last }: DateSpan): boolean =>
  first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`;
