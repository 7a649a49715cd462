import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, minorUnits, outcomeOf, statementOf, type RowOutcome } from './starter-change';

/** Public money of the whole area, each amount of its own kind; works of all payers are context. */
export function readBudget(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) => outcomeOf(row, [row.required('kind') === 'context' ? factOf(row) : lineOf(row)]));
}

function lineOf(row: SeedRow): ProposedChange {
  const currency = row.required('currency');
  return addRecord('budget_line', row.required('slug'), {
    programmeSlug: row.text('programme'),
    placeSlug: row.required('place'),
    kind: row.required('kind'),
    kindAsStated: row.text('kind_as_stated'),
    accumulation: row.required('accumulation'),
    amountMinorUnits: minorUnits(row.required('amount'), currency),
    currency,
    qualifier: row.text('qualifier'),
    period: row.required('period'),
    ...statementOf(row),
  });
}

function factOf(row: SeedRow): ProposedChange {
  return addRecord('context_fact', row.required('slug'), {
    category: row.required('category'),
    placeSlug: row.required('place'),
    referenceOn: row.required('period'),
    value: row.figure('amount'),
    unit: row.required('currency'),
    qualifier: row.text('qualifier'),
    statement: row.required('statement'),
    ...statementOf(row),
  });
}
