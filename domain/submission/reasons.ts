import { error, type Finding } from '../record/finding';
import type { ReasonKind } from '../vocabulary';
import type { ChangeAction, ProposedChange } from './change';

/** The kinds of reason that fit what happens to a record, the likeliest first. */
export const reasonKindsOf: Readonly<Record<ChangeAction, readonly [ReasonKind, ...ReasonKind[]]>> = {
  add: ['first_publication', 'new_report'],
  change: ['correction_of_error', 'source_changed', 'new_report', 'definition_changed'],
  withdraw: ['withdrawn', 'correction_of_error', 'source_changed', 'definition_changed', 'new_report'],
};

/** Nothing that is published changes or ends without a reason in words, of a kind that fits. */
export function reasonFindings({
  action,
  reasonKind,
  reason,
}: Pick<ProposedChange, 'action' | 'reasonKind' | 'reason'>): readonly Finding[] {
  return [
    ...(reasonKindsOf[action].includes(reasonKind) ? [] : [error('not-a-choice', 'reasonKind')]),
    ...(action === 'add' || reason?.trim() ? [] : [error('needs-reason', 'reason')]),
  ];
}
