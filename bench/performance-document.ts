import { readFileSync, writeFileSync } from 'node:fs';

const document = 'docs/performance.md';
const [begin, end] = ['<!-- figures: written by npm run bench -->', '<!-- end of figures -->'];

/** Puts the figures in place of those of the last run; what is written around them stays. */
export function keepInDocument(figures: string): void {
  const text = readFileSync(document, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${document} has lost its marks for the figures.`);
  writeFileSync(document, `${before}${begin}\n\n${figures}\n\n${end}${after}`);
}
