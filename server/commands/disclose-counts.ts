import 'server-only';
import type { Actor } from '@/domain/permission';
import { disclose } from '@/domain/privacy/disclose';
import { countVersionOf, seriesOf } from '@/domain/privacy/of-content';
import { recordAudits } from '../audit';
import type { Transaction } from '../db';
import { env } from '../env';
import { readDecidedCounts, readGazetteer } from '../record/decided-counts';
import { writeRows } from '../record/write-rows';
import type { CheckedChange } from './check-changes';

export interface NewCount {
  readonly versionId: string;
  readonly change: CheckedChange;
}

/**
 * Decides what the public sees of the resettlement versions that this transaction has just written, against everything
 * that was ever shown, and writes the decision down for ever. What is called public already is written to the log.
 */
export async function discloseCounts(tx: Transaction, approver: Actor, counts: readonly NewCount[]): Promise<void> {
  if (counts.length === 0) return;
  const fresh = counts.map(({ versionId, change: { slug, action, content } }) =>
    countVersionOf({
      id: versionId,
      slug,
      publication: Number.MAX_SAFE_INTEGER,
      isWithdrawn: action === 'withdraw',
      content,
    }),
  );
  const threshold = env.CORNERSTONE_SMALL_COUNT;
  const decisions = disclose({
    threshold,
    gazetteer: await readGazetteer(tx),
    past: await readDecidedCounts(
      tx,
      counts.map(({ change }) => seriesOf(change.content)),
    ),
    fresh,
  });
  const rows = fresh.map(({ id }) => {
    const decision = decisions.get(id);
    if (!decision) throw new Error(`Nothing was decided of the resettlement version ${id}`);
    const { totals, breakdown, totalsBecause, breakdownBecause } = decision;
    return {
      versionId: id,
      totalsShown: totals,
      breakdownShown: breakdown,
      totalsBecause,
      breakdownBecause,
      threshold,
    };
  });
  await writeRows(tx, 'resettlement_disclosure', rows);
  await recordAudits(
    tx,
    approver,
    fresh
      .filter(({ isAlreadyPublic, isWithdrawn }) => isAlreadyPublic && !isWithdrawn)
      .map(({ slug }) => ({ verb: 'count.called-public', subject: `resettlement/${slug}` })),
  );
}
