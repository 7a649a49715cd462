import { backtest, type Backtest } from '@/domain/forecast/backtest';
import { starterHistories } from './starter-histories';
import { syntheticProjects } from './synthetic-series';

export const syntheticSeed = 2020;
export const syntheticCount = 600;

export interface BacktestFigures {
  readonly starterFacts: Backtest;
  readonly synthetic: Backtest;
}

/** What the methodology says of the rule's error: worked out again by a test, so that it cannot drift. */
export const backtestFigures = (): BacktestFigures => ({
  starterFacts: backtest(starterHistories()),
  synthetic: backtest(syntheticProjects(syntheticSeed, syntheticCount)),
});
