import { textOf, type Content } from './content';
import { error, type Finding } from './finding';
import type { RecordKind } from './kinds';

const baselineDates = ['baselineStartOn', 'baselineEndOn'] as const;

/**
 * A baseline that was published is frozen: slippage is counted from it. Another one, or none, needs a reason of its own,
 * not the one that the earlier baseline had.
 */
export function rebaseliningFindings(kind: RecordKind, published: Content, proposed: Content): readonly Finding[] {
  if (kind !== 'project') return [];
  const isMoved = baselineDates.some((field) => {
    const frozen = textOf(published, field);
    return frozen !== null && frozen !== textOf(proposed, field);
  });
  const reason = textOf(proposed, 'baselineReason');
  const hasOwnReason = reason !== null && reason !== textOf(published, 'baselineReason');
  return isMoved && !hasOwnReason ? [error('needs-reason', 'baselineReason')] : [];
}
