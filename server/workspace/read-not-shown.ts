import 'server-only';
import type { Actor } from '@/domain/permission';
import { may } from '@/domain/permission';
import type { Disclosure } from '@/domain/privacy/count-version';
import { disclose } from '@/domain/privacy/disclose';
import { countVersionOf, seriesOf } from '@/domain/privacy/of-content';
import type { Content } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';
import { db } from '../db';
import { env } from '../env';
import { readDecidedCounts, readGazetteer } from '../record/decided-counts';

export interface NotShown {
  readonly slug: string;
  readonly content: Content;
  readonly disclosure: Disclosure;
}

/** What the public would not see of a submission, if it were published now. The highest count that is small, with it. */
export async function readNotShown(
  actor: Actor,
  submissionId: string,
): Promise<{ readonly most: number; readonly counts: readonly NotShown[] }> {
  const most = env.CORNERSTONE_SMALL_COUNT - 1;
  const submission = await db.submission.findUnique({
    where: { id: submissionId },
    select: { authorId: true, changes: { where: { kind: 'resettlement' }, orderBy: { position: 'asc' } } },
  });
  if (!submission || submission.changes.length === 0) return { most, counts: [] };
  if (!may(actor, 'submission.read', { authorId: submission.authorId }).ok) return { most, counts: [] };

  const read = submission.changes.flatMap(({ slug, action, content }) => {
    const checked = readContent(records.resettlement, content);
    return checked.ok ? [{ slug, isWithdrawn: action === 'withdraw', content: checked.value }] : [];
  });
  const { past, gazetteer } = await db.$transaction(async (tx) => ({
    past: await readDecidedCounts(
      tx,
      read.map(({ content }) => seriesOf(content)),
    ),
    gazetteer: await readGazetteer(tx),
  }));
  const fresh = read.map((change) =>
    countVersionOf({ ...change, id: change.slug, publication: Number.MAX_SAFE_INTEGER }),
  );
  const decisions = disclose({ threshold: env.CORNERSTONE_SMALL_COUNT, gazetteer, past, fresh });
  return {
    most,
    counts: read.flatMap(({ slug, content }) => {
      const disclosure = decisions.get(slug);
      const isWhole = !disclosure || (disclosure.totals && disclosure.breakdown);
      return isWhole ? [] : [{ slug, content, disclosure }];
    }),
  };
}
