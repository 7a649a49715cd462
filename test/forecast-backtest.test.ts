import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keptBacktest } from '@/domain/forecast/backtest-kept';
import { forecastLimits, noForecastReasons } from '@/domain/forecast/expected-finish';
import { leastClassSize } from '@/domain/forecast/reference-class';
import { latenesses } from '@/domain/lateness';
import messages from '@/messages/en.json';
import { backtestDocument } from '@/proof/forecast/document';
import { backtestFigures } from '@/proof/forecast/figures';
import { syntheticProjects } from '@/proof/forecast/synthetic-series';

const figures = backtestFigures();

test('the error that is published is the error of the rule: `npm run backtest` writes it anew', () => {
  expect(keptBacktest).toEqual(figures);
  expect(readFileSync(new URL('../docs/forecast-backtest.md', import.meta.url), 'utf8')).toBe(
    backtestDocument(figures),
  );
});

test('made-up projects of one seed are the same, and of another not', () => {
  expect(syntheticProjects(1, 20)).toEqual(syntheticProjects(1, 20));
  expect(syntheticProjects(1, 20)).not.toEqual(syntheticProjects(2, 20));
});

test('where reports are many the rule errs less than the plan and than the class alone', () => {
  const { all } = figures.synthetic;
  expect(all && all.meanAbsoluteErrorDays < all.classMeanAbsoluteErrorDays).toBe(true);
  expect(all && all.meanAbsoluteErrorDays < all.planMeanAbsoluteErrorDays).toBe(true);
});

test('of the starter facts as many could be tried as it says, and none is passed off as more', () => {
  const { starterFacts } = figures;
  expect(starterFacts.all === null).toBe(starterFacts.projectsForecast === 0);
  expect(starterFacts.withTwoReports).toBeLessThanOrEqual(starterFacts.withPlanAndEnd);
});

test('the limits are those that the sentences of the refusals state', () => {
  const { leastReports, oldestReportMonths, leastPercent, furthestDays } = forecastLimits;
  const sentences = messages.late.noForecast;
  expect(sentences.too_few_reports).toContain(`Fewer than ${leastReports} `);
  expect(sentences.old_report).toContain(`${oldestReportMonths} months`);
  expect(sentences.too_little_progress).toContain(`${leastPercent} percent`);
  expect(sentences.small_class).toContain(`Fewer than ${leastClassSize} `);
  expect(sentences.too_far).toContain(`${Math.round(furthestDays / 365)} years`);
  expect(Object.keys(sentences).sort()).toEqual([...noForecastReasons].sort());
});

test('each way of standing to a promise has its name and its rule in words', () => {
  expect(Object.keys(messages.late.lateness).sort()).toEqual([...latenesses].sort());
  expect(Object.keys(messages.late.meaning).sort()).toEqual([...latenesses].sort());
});
