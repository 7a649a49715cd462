import { writeMoneyText } from '../form/money-text';
import type { MoneyKind } from '../vocabulary';
import { standardCurrencies } from './currencies';
import { type JsonObject, known } from './json';
import { own, ownDates, ownRivals, ownStatement } from './own';
import { periodOf } from './period';
import type { Publishing } from './publishing';
import type { ToldMoney } from './told';

/** An amount as the standard has it; null in a currency that its closed list lacks. */
export const valueOf = (minorUnits: string, currency: string): JsonObject | null =>
  standardCurrencies.has(currency) ? { amount: Number(writeMoneyText(minorUnits, currency)), currency } : null;

/** The same to the last minor unit, as text: a number of JSON holds fifteen digits for certain. */
export const exactAmount = (minorUnits: string, currency: string): JsonObject => ({
  amount: writeMoneyText(minorUnits, currency),
  currency,
});

/** Kinds that are a budget. What was contracted or spent is not: it is measured, see metrics.ts. */
export const budgetKinds = [
  'required',
  'requested',
  'draft',
  'approved',
  'funded',
] as const satisfies readonly MoneyKind[];

/**
 * The budget of a project: each kind is a group of its own, and nothing is added up. The one amount that the standard asks
 * for is what was approved in all, where it is one: an amount of a single year is not the budget of the project.
 */
export function budgetOf(money: readonly ToldMoney[], publishing: Publishing): JsonObject {
  const approved = approvedInAll(money);
  return known({
    description: approved && publishing.words('oc4ids.words.approvedInAll'),
    amount: approved && valueOf(approved.minorUnits, approved.currency),
    budgetBreakdowns: budgetKinds.flatMap((kind) => {
      const lines = money.filter((line) => line.kind === kind);
      if (lines.length === 0) return [];
      return [
        {
          id: kind,
          description: publishing.words(`vocabulary.moneyKinds.${kind}`),
          budgetBreakdown: lines.map((line) => breakdownOf(line, publishing)),
        },
      ];
    }),
  });
}

/** Of what was approved in all, the latest; null where claims of that day differ. */
function approvedInAll(money: readonly ToldMoney[]): ToldMoney | null {
  const lines = money.filter(({ kind, accumulation }) => kind === 'approved' && accumulation === 'cumulative');
  const lastOn = (line: ToldMoney) => line.period?.last ?? '';
  const latest = lines.reduce((last, line) => (lastOn(line) > last ? lastOn(line) : last), '');
  const [first, ...others] = lines.filter((line) => lastOn(line) === latest);
  const isOne = others.every((line) => line.minorUnits === first?.minorUnits && line.currency === first.currency);
  return first && isOne ? first : null;
}

function breakdownOf(line: ToldMoney, publishing: Publishing): JsonObject {
  const { words } = publishing;
  return known({
    id: line.slug,
    description: [words(`vocabulary.accumulations.${line.accumulation}`), line.kindAsStated].filter(Boolean).join('; '),
    amount: valueOf(line.minorUnits, line.currency),
    period: line.period && periodOf(line.period, publishing),
    ...own(ownOfMoney(line)),
  });
}

export const ownOfMoney = (line: ToldMoney) => ({
  kind: line.kind,
  kindAsStated: line.kindAsStated,
  accumulation: line.accumulation,
  exactAmount: exactAmount(line.minorUnits, line.currency),
  qualifier: line.qualifier,
  place: line.place && { id: line.place.slug, name: line.place.name },
  dates: ownDates({ period: line.period }),
  rivals: ownRivals(line.rivals),
  statement: ownStatement(line.statement, line.publishedAt),
});
