import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { kindFromPath } from '@/domain/form/record-path';
import { titleOf } from '@/domain/form/title-of';
import { type Actor, may } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { requireActor } from '@/server/session';
import { type PublishedRecord, readRecord } from '@/server/workspace/read-record';
import { labelsFor } from './content-words';
import { type DraftInAddress, draftIn } from './draft-in-address';

export interface RecordInAddress {
  readonly actor: Actor;
  readonly locale: string;
  readonly kind: RecordKind;
  /** The kind as the address spells it. */
  readonly kindText: string;
  readonly slug: string;
  readonly record: PublishedRecord;
  readonly title: string;
  readonly draft: DraftInAddress | null;
}

/** The published record that an address of the workspace names, for someone who may propose a change of its kind. */
export async function recordInAddress({
  params,
  searchParams,
}: Pick<PageProps<'/[locale]/workspace/records/[kind]/[slug]'>, 'params' | 'searchParams'>): Promise<RecordInAddress> {
  const actor = await requireActor();
  const [{ kind: kindText, slug }, { submission }, locale] = [await params, await searchParams, await getLocale()];
  const kind = kindFromPath(kindText);
  if (!kind || !may(actor, 'record.propose', { kind }).ok) notFound();
  const record = await readRecord(actor, { kind, slug });
  if (!record) notFound();
  const stated = { kind, slug, content: record.content };
  const title = titleOf(stated, await labelsFor(actor, locale, [stated]));
  return { actor, locale, kind, kindText, slug, record, title, draft: await draftIn(actor, submission) };
}
