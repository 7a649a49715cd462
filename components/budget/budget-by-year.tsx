import { useTranslations } from 'next-intl';
import { BarsByYear } from '@/components/charts/bars-by-year';
import type { ColumnKind } from '@/components/charts/columns-drawn';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedMoney } from '@/components/figures/stated-value';
import { amountsByYear } from '@/domain/budget/by-year';
import { minorUnitDigits } from '@/domain/units';
import { type MoneyKind, moneyKinds } from '@/domain/vocabulary';
import type { AmountOfMoney } from './budget-line';

export interface BudgetByYearProps {
  readonly lines: readonly AmountOfMoney[];
  readonly currency: string;
  readonly csvHref: string;
}

/** Amounts of one calendar year and one currency, kind beside kind: planned, revised, spent are steps and not parts. */
export function BudgetByYear({ lines, currency, csvHref }: BudgetByYearProps) {
  const t = useTranslations('budget');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const years = amountsByYear(lines, currency);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;
  const kinds = moneyKinds.filter((kind) => years.some(({ amounts }) => amounts[kind]));
  const latestSpent = years.findLast(({ amounts }) => amounts.spent);
  const spent = latestSpent?.amounts.spent;
  const before = latestSpent?.amounts.draft;
  const rivals = years.flatMap((year) => year.rivals);
  const text = (line: AmountOfMoney) => format.stated(statedMoney(line.minorUnits, line.currency, line.qualifier));
  const inMajorUnits = (line: AmountOfMoney) => Number(line.minorUnits) / 10 ** minorUnitDigits(line.currency);
  return (
    <BarsByYear
      headline={
        spent && latestSpent
          ? before
            ? t('headline.against', { year: latestSpent.year, spent: text(spent), draft: text(before) })
            : t('headline.spent', { year: latestSpent.year, spent: text(spent) })
          : t('headline.plain', { from: first.year, until: last.year })
      }
      subtitle={t('subtitle', { currency })}
      csvHref={csvHref}
      notes={
        <>
          <p>{t('notes')}</p>
          {rivals.map((rival) => (
            <p key={rival.slug}>
              {t('rival', {
                kind: words(`moneyKind.${rival.kind}`),
                period: format.date(rival.period),
                amount: text(rival),
                who: rival.statement.statedBy.name,
              })}
            </p>
          ))}
        </>
      }
      kinds={kinds.map((kind): ColumnKind => ({ id: kind, label: words(`moneyKind.${kind}`), ...looks[kind] }))}
      years={years.map(({ year, amounts }) => ({
        id: year,
        title: year,
        values: Object.fromEntries(
          kinds.map((kind) => {
            const line = amounts[kind];
            return [kind, line ? { value: inMajorUnits(line), text: text(line) } : null];
          }),
        ),
      }))}
    />
  );
}

/** What is only intended is an outline; what is decided is dashed or light; what is spent is solid. */
const looks: Record<MoneyKind, Pick<ColumnKind, 'color' | 'look'>> = {
  required: { color: 'series-5', look: 'outline' },
  requested: { color: 'series-5', look: 'dashed' },
  draft: { color: 'plan', look: 'outline' },
  approved: { color: 'planned', look: 'solid' },
  funded: { color: 'series-4', look: 'solid' },
  contracted: { color: 'series-2', look: 'solid' },
  spent: { color: 'series-1', look: 'solid' },
};
