import { recordKinds } from '@/domain/record/kinds';
import { type DisagreementNature, disagreementNatures } from '@/domain/vocabulary';
import { readContradictions, type Contradiction } from './contradictions';
import { introduction, tables } from './report-words';
import type { StarterFacts } from './starter-facts';
import type { RowOutcome } from './starter-change';

/** The loading report: what became of every row. Markdown, the same for the same tables. */
export function starterReport(facts: StarterFacts): string {
  return [
    introduction,
    summaryOf(facts),
    contradictionsOf(readContradictions(), facts),
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

function contradictionsOf(contradictions: readonly Contradiction[], facts: StarterFacts): string {
  const lines = contradictions.map(({ number, title, howItStands, disputed, movedPromises, noted }) => {
    const became = disagreementsOf(number, facts)
      .map(({ nature, slug }) => `${natures[nature]} \`${slug}\``)
      .join(', ');
    const records = [
      ['disputed', disputed] as const,
      ['moved promise', movedPromises] as const,
      ['note', noted] as const,
    ].flatMap(([what, names]) =>
      names.length > 0 ? [`${what}: ${names.map((name) => `\`${name}\``).join(', ')}`] : [],
    );
    return `| ${number} | ${cell(title)} | ${became} | ${cell(howItStands)} | ${records.join('; ')} |`;
  });
  return [
    '## Contradictions',
    'Claims that do not fit stand side by side. None is preferred, none has been dropped. Each is entered as rival claims, as a\nmoved promise, or as a note.',
    [
      '| | what contradicts | entered as | how it stands | records |',
      '| ---: | --- | --- | --- | --- |',
      ...lines,
    ].join('\n'),
  ].join('\n\n');
}

const natures: Readonly<Record<DisagreementNature, string>> = {
  rival_claims: 'rival claims',
  moved_promise: 'moved promise',
  note: 'note',
};

/** What was entered of a contradiction, in the order of the table. */
export function disagreementsOf(number: number, { outcomes }: StarterFacts) {
  return outcomes
    .filter(({ row }) => row.file === 'facts/disagreements.csv' && Number(row.required('case')) === number)
    .map(({ row }) => ({ slug: row.required('slug'), nature: natureOf(row.required('nature')) }));
}

function natureOf(text: string): DisagreementNature {
  const nature = disagreementNatures.find((each) => each === text);
  if (!nature) throw new Error(`Not a nature of a disagreement: ${text}`);
  return nature;
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
