import type { SeedRow } from './seed-row';
import { addRecord, type RowOutcome } from './starter-change';

/** One record for each body as the rows write it: nothing is merged, no name improved. */
export function readOrganisations(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) => ({
    row,
    changes: [addRecord('organisation', row.required('slug'), { name: row.required('name'), note: row.text('note') })],
    decision: null,
  }));
}
