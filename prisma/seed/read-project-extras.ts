import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, minorUnits, noteOf, statementOf } from './starter-change';

/** The foundation, the order or the opening of a part that a row of a project speaks of. */
export function milestoneOf(row: SeedRow): readonly ProposedChange[] {
  const type = row.text('milestone_type');
  if (!type) return [];
  return [
    addRecord('milestone', `${row.required('slug')}-${type}`, {
      projectSlug: row.required('slug'),
      title: row.required('milestone_title'),
      type,
      actualOn: row.required('milestone_on'),
      ...statementOf(row),
    }),
  ];
}

/** The budget of a project, as a line of its kind; expected private investment is no kind of public money. */
export function moneyOf(row: SeedRow): readonly ProposedChange[] {
  const kind = row.text('money_kind');
  if (!kind) return [];
  const projectSlug = row.required('slug');
  const currency = row.required('money_currency');
  const shared = { ...statementOf(row), note: noteOf(row, row.text('money_note')), projectSlug };
  if (kind === 'context') {
    return [
      addRecord('context_fact', `${projectSlug}-private-investment`, {
        ...shared,
        category: 'private_investment',
        referenceOn: row.required('money_period'),
        value: row.figure('money_amount'),
        unit: currency,
        qualifier: row.text('money_qualifier'),
        statement: `${row.required('title')}: ${row.required('money_as_stated')}.`,
        confidence: row.text('confidence'),
        tier: row.figure('tier'),
      }),
    ];
  }
  return [
    addRecord('budget_line', `${projectSlug}-${kind}`, {
      ...shared,
      kind,
      kindAsStated: row.text('money_as_stated'),
      accumulation: 'in_period',
      amountMinorUnits: minorUnits(row.required('money_amount'), currency),
      currency,
      qualifier: row.text('money_qualifier'),
      period: row.required('money_period'),
    }),
  ];
}

/** A quantity that the programme promises by a date. */
export function targetOf(row: SeedRow): readonly ProposedChange[] {
  const value = row.figure('target_value');
  if (value === null) return [];
  const programmeSlug = row.required('programme');
  return [
    addRecord(
      'target',
      `${programmeSlug}-${row.required('measure').replaceAll('_', '-')}-${row.required('target_due_on')}`,
      {
        programmeSlug,
        placeSlug: row.text('place'),
        metric: 'measure',
        accumulation: 'cumulative',
        measure: row.required('measure'),
        value,
        qualifier: row.text('qualifier'),
        dueOn: row.required('target_due_on'),
        statedOn: row.text('target_stated_on'),
        ...statementOf(row),
      },
    ),
  ];
}
