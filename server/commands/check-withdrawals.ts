import 'server-only';
import type { Finding } from '@/domain/record/finding';
import { withdrawalFindings } from '@/domain/submission/withdrawal';
import type { Transaction } from '../db';
import { type FoundReferrer, referrersOf } from '../record/referrers';
import type { CheckedChange } from './check-changes';
import { keyOf } from './current-versions';

/**
 * What withdrawals would leave behind. What the same set withdraws or changes is not left behind: a change that still
 * names a withdrawn record is refused for itself. An answer settles what merely names it, and nothing else.
 */
export async function findLeftBehind(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const withdrawn = changes.filter(({ action }) => action === 'withdraw');
  const inSet = new Set(changes.map(keyOf));
  const left = (await referrersOf(tx, withdrawn)).filter((referrer) => !inSet.has(keyOf(referrer)));
  const byTarget = new Map<unknown, FoundReferrer[]>();
  for (const referrer of left) {
    const known = byTarget.get(referrer.target);
    if (known) known.push(referrer);
    else byTarget.set(referrer.target, [referrer]);
  }
  return new Map(
    withdrawn.map((change) => {
      const findings = withdrawalFindings(byTarget.get(change) ?? []);
      return [keyOf(change), findings.filter(({ severity }) => severity === 'error' || !change.answer)];
    }),
  );
}
