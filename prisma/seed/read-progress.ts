import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, noteOf, outcomeOf, statementOf, type RowOutcome } from './starter-change';

/**
 * Statements about works, sites and the programme over time. The columns that are filled say what a row makes: a
 * progress report, a milestone, both (a plan that was stated on a day), a condition claim, a context fact. A row with
 * `same_as` is a claim that a landmark's own row has made already.
 */
export function readProgress(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) =>
    outcomeOf(
      row,
      row.text('same_as') ? [] : [...reportOf(row), ...milestoneOf(row), ...conditionOf(row), ...factOf(row)],
    ),
  );
}

function reportOf(row: SeedRow): readonly ProposedChange[] {
  const kind = row.text('report_kind');
  if (!kind) return [];
  const statementQualifier = row.text('statement_qualifier')?.replaceAll('_', ' ');
  return [
    addRecord('progress_report', row.required('slug'), {
      projectSlug: row.required('subject'),
      kind,
      referenceOn: row.required('reference_on'),
      physicalProgressPercent: row.figure('percent'),
      quantities: row.text('measure')
        ? [
            {
              measure: row.required('measure'),
              quantity: row.figure('quantity'),
              qualifier: row.text('qualifier'),
              basis: row.required('basis'),
              unitAsStated: row.text('unit_as_stated'),
            },
          ]
        : [],
      promisedEndOn: row.text('promised_end_on'),
      narrative: row.text('statement'),
      ...statementOf(row),
      note: noteOf(row, statementQualifier ? `Qualifier of the statement: ${statementQualifier}.` : null),
    }),
  ];
}

function milestoneOf(row: SeedRow): readonly ProposedChange[] {
  const type = row.text('milestone_type');
  if (!type) return [];
  return [
    addRecord('milestone', row.required('milestone_slug'), {
      projectSlug: row.required('subject'),
      title: row.required('milestone_title'),
      type,
      plannedOn: row.text('milestone_planned_on'),
      actualOn: row.text('milestone_on'),
      ...statementOf(row),
      note: noteOf(row, row.text('milestone_planned_on') ? `Stated on ${row.required('reference_on')}.` : null),
    }),
  ];
}

function conditionOf(row: SeedRow): readonly ProposedChange[] {
  const condition = row.text('condition');
  if (!condition) return [];
  return [
    addRecord('condition', row.required('slug'), {
      landmarkSlug: row.required('subject'),
      condition,
      observedOn: row.text('reference_on'),
      certainty: 'not_stated',
      statement: row.text('statement'),
      ...statementOf(row),
    }),
  ];
}

function factOf(row: SeedRow): readonly ProposedChange[] {
  const category = row.text('category');
  if (!category) return [];
  return [
    addRecord('context_fact', row.required('slug'), {
      category,
      placeSlug: row.text('place'),
      programmeSlug: row.text('programme'),
      referenceOn: row.required('reference_on'),
      value: row.figure('quantity'),
      unit: row.text('unit_as_stated'),
      qualifier: row.text('qualifier'),
      statement: row.required('statement'),
      ...statementOf(row),
    }),
  ];
}
