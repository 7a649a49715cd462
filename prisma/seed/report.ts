import { recordKinds } from '@/domain/record/kinds';
import { readContradictions, type Contradiction } from './contradictions';
import { introduction, tables } from './report-words';
import type { StarterFacts } from './starter-facts';
import type { RowOutcome } from './starter-change';

/** The loading report: what became of every row. Markdown, the same for the same tables. */
export function starterReport(facts: StarterFacts): string {
  return [
    introduction,
    summaryOf(facts),
    contradictionsOf(readContradictions()),
    '## What became of each row\n\nRows are numbered as a spreadsheet counts them: the header is row 1.',
    ...tables.map(({ file, words }) => tableOf(file, words, facts)),
  ]
    .join('\n\n')
    .concat('\n');
}

function summaryOf({ outcomes, own }: StarterFacts): string {
  const fromRows = outcomes.flatMap(({ changes }) => changes);
  const lines = recordKinds.flatMap((kind) => {
    const count = [...own, ...fromRows].filter((change) => change.kind === kind).length;
    return count > 0 ? [`| ${kind.replaceAll('_', ' ')} | ${count} |`] : [];
  });
  return [
    '## Records made',
    `${outcomes.length} rows and the code lists make ${own.length + fromRows.length} records.`,
    ['| kind | records |', '| --- | ---: |', ...lines].join('\n'),
  ].join('\n\n');
}

function contradictionsOf(contradictions: readonly Contradiction[]): string {
  const lines = contradictions.map(({ number, title, howItStands, disputed, movedPromises, noted }) => {
    const records = [
      ['disputed', disputed] as const,
      ['moved promise', movedPromises] as const,
      ['note', noted] as const,
    ].flatMap(([what, names]) =>
      names.length > 0 ? [`${what}: ${names.map((name) => `\`${name}\``).join(', ')}`] : [],
    );
    return `| ${number} | ${cell(title)} | ${cell(howItStands)} | ${records.join('; ')} |`;
  });
  return [
    '## Contradictions',
    'Claims that do not fit stand side by side. None is preferred, none has been dropped.',
    ['| | what contradicts | how it stands | records |', '| ---: | --- | --- | --- |', ...lines].join('\n'),
  ].join('\n\n');
}

function tableOf(file: string, words: string, { outcomes }: StarterFacts): string {
  const rows = outcomes.filter(({ row }) => row.file === `facts/${file}`);
  return [
    `### ${file}: ${rows.length} rows`,
    words,
    ['| row | became | decided |', '| ---: | --- | --- |', ...rows.map(lineOf)].join('\n'),
  ].join('\n\n');
}

function lineOf({ row, changes, decision }: RowOutcome): string {
  const became = changes.map(({ kind, slug }) => `${kind.replaceAll('_', ' ')} \`${slug}\``).join(', ');
  return `| ${row.number} | ${became || 'no record of its own'} | ${cell(decision ?? '')} |`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
