import figures from './backtest-figures.json';
import type { Backtest } from './backtest';

interface Kept {
  readonly starterFacts: Backtest;
  readonly synthetic: Backtest;
}

/** What the backtest came to, written by `npm run backtest`; a test works it out again. */
export const keptBacktest = figures as Kept; // JSON knows reasons as text; the test holds the two to be equal
