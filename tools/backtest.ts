import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { backtestDocument } from '@/proof/forecast/document';
import { backtestFigures } from '@/proof/forecast/figures';

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Tries the rule of the expected finish out, and writes what came of it for the methodology page and for docs/. */
const figures = backtestFigures();
writeFileSync(path('domain/forecast/backtest-figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(path('docs/forecast-backtest.md'), backtestDocument(figures));
console.log('Written: docs/forecast-backtest.md and domain/forecast/backtest-figures.json');
