import 'server-only';
import type { Actor } from '@/domain/permission';
import type { ChangeFindings, Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { approve } from '@/server/commands/approve';
import { saveDraft } from '@/server/commands/save-draft';
import { submit } from '@/server/commands/submit';
import { db } from '@/server/db';
import { starterAccount, starterAccounts } from './accounts';
import {
  changesFor,
  readStarterFacts,
  starterSubmissions,
  type StarterFacts,
  type StarterSubmission,
} from './starter-facts';

/**
 * Enters the starter facts through the same door as everything else: one account proposes, another checks and
 * publishes. A load that was cut short goes on where it stopped.
 *
 * @throws {Error} naming every finding with its row, when the record refuses a submission.
 */
export async function loadStarterFacts(say: (line: string) => void): Promise<void> {
  const facts = readStarterFacts();
  const author = await starterAccount('enters');
  const reviewer = await starterAccount('checks');
  for (const [index, submission] of starterSubmissions.entries()) {
    const published = await enter(submission, facts, author, reviewer);
    say(`${submission.title} (${index + 1} of ${starterSubmissions.length}): ${published} records`);
  }
}

/** Whether a load was begun and cut short: then it goes on, although the record is no longer empty. */
export async function isStarterLoadUnfinished(): Promise<boolean> {
  const begun = await db.user.findUnique({ where: { email: starterAccounts.enters.email } });
  if (!begun) return false;
  const finished = await db.submission.count({ where: { authorId: begun.id, channel: 'starter', state: 'approved' } });
  return finished < starterSubmissions.length;
}

async function enter(
  submission: StarterSubmission,
  facts: StarterFacts,
  author: Actor,
  reviewer: Actor,
): Promise<number> {
  const { name, title } = submission;
  const changes = changesFor(submission, facts);
  const idempotencyKey = `starter/${name}`;
  const known = await db.submission.findUnique({
    where: { authorId_idempotencyKey: { authorId: author.id, idempotencyKey } },
  });
  if (known?.state === 'approved') return changes.length;

  const draft = accepted(await saveDraft(author, { title, changes, idempotencyKey, channel: 'starter' }), facts);
  const { submissionId } = draft;
  const contentHash =
    known?.state === 'submitted' && known.contentHash
      ? known.contentHash
      : accepted(await submit(author, { submissionId, expectedRowVersion: draft.rowVersion }), facts).contentHash;
  accepted(await approve(reviewer, { submissionId, contentHash }), facts);
  return changes.length;
}

function accepted<Value>(result: Result<Value, Problem>, facts: StarterFacts): Value {
  if (result.ok) return result.value;
  const { problem } = result;
  const findings =
    problem.kind === 'invalid-changes' ? problem.changes.flatMap((change) => inWords(change, facts)) : [];
  throw new Error([`The starter facts were refused: ${problem.kind}`, ...findings].join('\n'));
}

function inWords({ recordKind, slug, findings }: ChangeFindings, { outcomes }: StarterFacts): readonly string[] {
  const row = outcomes.find(({ changes }) =>
    changes.some((each) => each.kind === recordKind && each.slug === slug),
  )?.row;
  const where = row ? `${row.file}, row ${row.number}` : 'code lists';
  return findings.map(
    ({ code, path, words }) => `${where}: ${recordKind} ${slug}: ${path}: ${code} ${JSON.stringify(words)}`,
  );
}
