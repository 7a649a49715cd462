import type { Backtest, ErrorFigures } from '@/domain/forecast/backtest';
import { forecastLimits } from '@/domain/forecast/expected-finish';
import { leastClassSize } from '@/domain/forecast/reference-class';
import { type BacktestFigures, syntheticCount, syntheticSeed } from './figures';

/** docs/forecast-backtest.md: the same figures as the methodology page shows. */
export function backtestDocument({ starterFacts, synthetic }: BacktestFigures): string {
  return `# The expected finish, tried out

Written by \`npm run backtest\`; a test works every figure out again. The rule is in \`domain/forecast/expected-finish.ts\`:
the pace of a project's own reports gives the day, by earned schedule; how far completed projects of its kind strayed from
the middle of them gives the range. Each completed project is asked on every day on which a percentage was stated before its
end, with what was known by then: the reports up to that day, and the other projects that were done by it.

Limits: at least ${forecastLimits.leastReports} days with a percentage, the last at most ${forecastLimits.oldestReportMonths} months old and at least ${forecastLimits.leastPercent} percent; at least
${leastClassSize} completed projects of its kind with a start, a baseline and an end.

## On the starter facts

${countsOf(starterFacts)}

${starterFacts.all ? tableOf(starterFacts) : 'Not one forecast could be made, so the facts say nothing of the error of the rule. What would change that: planned starts, dated percentages, and the dates of first promises.'}

## On made-up projects

${syntheticCount} projects of six kinds, made by a generator with the seed ${syntheticSeed} (\`proof/forecast/synthetic-series.ts\`): works along an S,
most of them longer than planned, three in ten stopped for months, percentages rounded and up to some points off. They say how
the rule behaves where reports are many; they say nothing of how well real reports are made.

${countsOf(synthetic)}

${tableOf(synthetic)}

An error is counted in days from the actual end; a mean error above 0 means that the rule expects ends later than they
come. The range is meant to hold eight ends of ten. "Plan" is the error of the baseline itself, "class" that of the
planned duration times the middle of the reference class, on the same days.
`;
}

function countsOf(tried: Backtest): string {
  const refusals = tried.refusals.map(({ reason, count }) => `\`${reason}\` ${count}`).join(', ');
  return `Completed projects: ${tried.completedProjects}. With a start, a baseline and an actual end: ${tried.withPlanAndEnd}. Of these with two dated
percentages or more before the end: ${tried.withTwoReports}. Days on which the rule was asked: ${tried.asked}; projects with a forecast: ${tried.projectsForecast}.
Refused: ${refusals || 'never'}.`;
}

function tableOf({ all, byDaysAhead }: Backtest): string {
  const rows: readonly (readonly [string, ErrorFigures | null])[] = [
    ...byDaysAhead.map(
      ({ fromDays, toDays, figures }) =>
        [toDays === null ? `${fromDays} and more` : `${fromDays} to ${toDays - 1}`, figures] as const,
    ),
    ['all', all],
  ];
  return `| days ahead | forecasts | mean absolute error, days | mean error, days | actual ends inside the range | plan: mean absolute error | class: mean absolute error |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map(([name, figures]) => rowOf(name, figures)).join('\n')}`;
}

function rowOf(name: string, figures: ErrorFigures | null): string {
  const cells = figures
    ? [
        figures.forecasts,
        figures.meanAbsoluteErrorDays,
        figures.biasDays,
        `${figures.insidePercent} %`,
        figures.planMeanAbsoluteErrorDays,
        figures.classMeanAbsoluteErrorDays,
      ]
    : [0, '', '', '', '', ''];
  return `| ${[name, ...cells].join(' | ')} |`;
}
