import { useTranslations } from 'next-intl';
import { Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { PlainList, Prose, Stack } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import type { Backtest, ErrorFigures } from '@/domain/forecast/backtest';
import { noForecastReasons } from '@/domain/forecast/expected-finish';

/** What the rule of the expected finish came to where the end is known, and where it gives no answer. */
export function ForecastError({ facts, synthetic }: { readonly facts: Backtest; readonly synthetic: Backtest }) {
  const t = useTranslations('methodology.forecast');
  const reasons = useTranslations('late.noForecast');
  const format = useFigureFormat();
  const count = (value: number) => format.number(value);
  return (
    <Stack gap="wide">
      <Prose>
        <p>{t('intro')}</p>
        <p>
          {t('facts', {
            completed: count(facts.completedProjects),
            planned: count(facts.withPlanAndEnd),
            reported: count(facts.withTwoReports),
            forecast: facts.projectsForecast,
          })}
        </p>
        <p>
          {t('synthetic', {
            projects: count(synthetic.completedProjects),
            forecasts: count(synthetic.all?.forecasts ?? 0),
          })}
        </p>
      </Prose>
      {facts.all && <ErrorTable caption={t('factsCaption')} tried={facts} />}
      <ErrorTable caption={t('caption')} tried={synthetic} />
      <Prose>
        <p>{t('refusals')}</p>
      </Prose>
      <PlainList>
        {noForecastReasons.map((reason) => (
          <li key={reason}>{reasons(reason)}</li>
        ))}
      </PlainList>
    </Stack>
  );
}

interface Row {
  readonly name: string;
  readonly figures: ErrorFigures | null;
}

function ErrorTable({ caption, tried }: { readonly caption: string; readonly tried: Backtest }) {
  const t = useTranslations('methodology.forecast');
  const format = useFigureFormat();
  const rows: readonly Row[] = [
    ...tried.byDaysAhead.map(({ fromDays, toDays, figures }) => ({
      name:
        toDays === null
          ? t('more', { from: format.number(fromDays) })
          : t('between', { from: format.number(fromDays), to: format.number(toDays - 1) }),
      figures,
    })),
    { name: t('all'), figures: tried.all },
  ];
  const column = (id: string, head: string, unit: string | undefined, text: (figures: ErrorFigures) => string) => ({
    id,
    head,
    unit,
    kind: 'number' as const,
    cell: ({ figures }: Row) => (figures ? text(figures) : <Unknown />),
  });
  const days = t('days');
  return (
    <DataTable
      caption={caption}
      density="compact"
      phone="scroll"
      rows={rows}
      rowKey={({ name }) => name}
      note={t('note')}
      columns={[
        { id: 'ahead', head: t('ahead'), isRowHead: true, cell: ({ name }) => name },
        column('forecasts', t('forecasts'), undefined, ({ forecasts }) => format.number(forecasts)),
        column('error', t('error'), days, (figures) => format.number(figures.meanAbsoluteErrorDays)),
        column('bias', t('bias'), days, ({ biasDays }) =>
          biasDays === 0 ? format.number(0) : format.difference(biasDays),
        ),
        column('inside', t('inside'), undefined, ({ insidePercent }) => format.percent(insidePercent)),
        column('plan', t('plan'), days, (figures) => format.number(figures.planMeanAbsoluteErrorDays)),
        column('class', t('class'), days, (figures) => format.number(figures.classMeanAbsoluteErrorDays)),
      ]}
    />
  );
}
