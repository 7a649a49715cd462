import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, noteOf, outcomeOf, statementOf, type RowOutcome } from './starter-change';

/** Returns, departures, announced groups, targets and context: `becomes` says which. Nothing is added up. */
export function readResettlement(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) => outcomeOf(row, changesOf(row)));
}

function changesOf(row: SeedRow): readonly ProposedChange[] {
  switch (row.required('becomes')) {
    case 'resettlement':
      return [resettlementOf(row)];
    case 'target':
      return (['families', 'persons'] as const).flatMap((metric) => targetOf(row, metric));
    case 'context_fact':
      return [factOf(row)];
    default:
      throw new Error(`${row.file}, row ${row.number}: cannot become ${row.text('becomes')}`);
  }
}

/** The sources do not say whether persons were counted or estimated. */
function resettlementOf(row: SeedRow): ProposedChange {
  return addRecord('resettlement', row.required('slug'), {
    placeSlug: row.required('place'),
    kind: row.required('kind'),
    populationGroup: row.required('population_group'),
    stage: row.required('stage'),
    counting: row.required('counting'),
    event: row.text('event'),
    referenceOn: row.text('reference_on'),
    dateBasis: row.text('date_basis'),
    families: row.figure('families'),
    persons: row.figure('persons'),
    qualifier: row.text('qualifier'),
    personsMethod: 'not_stated',
    alreadyPublic: true,
    publicBecause: 'A statement about a group that its source had published.',
    ...statementOf(row),
  });
}

function targetOf(row: SeedRow, metric: 'families' | 'persons'): readonly ProposedChange[] {
  const value = row.figure(metric);
  if (value === null) return [];
  return [
    addRecord('target', `${row.required('slug')}-${metric}`, {
      programmeSlug: row.text('programme'),
      placeSlug: row.required('place'),
      metric,
      accumulation: row.text('year_alone') ? 'in_period' : 'cumulative',
      populationGroup: row.required('population_group'),
      value,
      qualifier: row.text('qualifier'),
      dueOn: row.required('due_on'),
      statedOn: row.text('stated_on'),
      ...statementOf(row),
      note: noteOf(row, row.text('year_alone') ? 'Of that year alone, not a running total.' : null),
    }),
  ];
}

function factOf(row: SeedRow): ProposedChange {
  return addRecord('context_fact', row.required('slug'), {
    category: row.required('category'),
    placeSlug: row.required('place'),
    referenceOn: row.text('reference_on'),
    value: row.figure('persons'),
    unit: 'persons',
    qualifier: row.text('qualifier'),
    statement: row.required('statement'),
    ...statementOf(row),
  });
}
