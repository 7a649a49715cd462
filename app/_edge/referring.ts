import { getTranslations } from 'next-intl/server';
import type { Referring } from '@/components/forms/withdrawal-part';
import type { Actor } from '@/domain/permission';
import type { Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import { readRecord } from '@/server/workspace/read-record';
import { readReferring } from '@/server/workspace/read-referring';

/** What names a record that would be withdrawn, in words; what the draft withdraws or changes too is left out. */
export async function referringIn(
  actor: Actor,
  { kind, slug }: { readonly kind: RecordKind; readonly slug: string },
  submissionId: string | null,
): Promise<Referring> {
  const t = await getTranslations();
  const content: Content = (await readRecord(actor, { kind, slug }))?.content ?? {};
  const counts = [...(await readReferring(actor, [{ kind, slug, content }], submissionId)).values()].flat();
  const lines = (isOwned: boolean) =>
    counts
      .filter((each) => each.isOwned === isOwned)
      .map((each) => ({ records: t(`record.${each.kind}.plural`), count: each.count }));
  return { owned: lines(true), others: lines(false) };
}
