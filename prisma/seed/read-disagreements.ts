import type { SeedRow } from './seed-row';
import { addRecord, type RowOutcome } from './starter-change';

/** What sources say differently: each row with its claims and the statements of each side, which stand in two tables of their own. */
export function readDisagreements(
  rows: readonly SeedRow[],
  claims: readonly SeedRow[],
  statements: readonly SeedRow[],
): readonly RowOutcome[] {
  const known = new Set(rows.map((row) => row.required('slug')));
  for (const row of [...claims, ...statements]) {
    if (!known.has(row.required('disagreement')))
      throw new Error(`${row.file}, row ${row.number}: there is no such disagreement`);
  }
  return rows.map((row) => {
    const slug = row.required('slug');
    const isOwn = (each: SeedRow) => each.required('disagreement') === slug;
    const disagreement = addRecord('disagreement', slug, {
      title: row.required('title'),
      nature: row.required('nature'),
      projectSlug: row.text('project'),
      placeSlug: row.text('place'),
      landmarkSlug: row.text('landmark'),
      claims: claims.filter(isOwn).map(claimOf),
      statements: statements.filter(isOwn).map((each) => ({
        statedBySlug: each.required('stated_by'),
        statement: each.required('statement'),
        sourceSlug: each.required('source'),
      })),
      explanation: row.required('explanation'),
    });
    return { row, changes: [disagreement], decision: `Contradiction ${row.required('case')}.` };
  });
}

/** None is preferred: that is a reviewer's choice, not the table's. */
const claimOf = (row: SeedRow) => ({
  recordKind: row.text('record_kind'),
  recordSlug: row.text('record'),
  field: row.text('field'),
  value: row.text('value'),
  statedBySlug: row.text('stated_by'),
  sourceSlug: row.text('source'),
  isPreferred: null,
});
