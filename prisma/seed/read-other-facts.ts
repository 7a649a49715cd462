import type { SeedRow } from './seed-row';
import { addRecord, outcomeOf, statementOf, type RowOutcome } from './starter-change';

export function readOtherFacts(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) =>
    outcomeOf(row, [
      addRecord('context_fact', row.required('slug'), {
        category: row.required('category'),
        placeSlug: row.text('place'),
        projectSlug: row.text('project'),
        referenceOn: row.text('reference_on'),
        value: row.figure('value'),
        unit: row.text('unit'),
        qualifier: row.text('qualifier'),
        statement: row.required('statement'),
        ...statementOf(row),
      }),
    ]),
  );
}
