import 'server-only';
import { mentionsIn } from '@/domain/form/mentions';
import type { Actor } from '@/domain/permission';
import { type Content, rowsOf } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { db } from '../db';
import type { StoredFile } from '../evidence/stored-file';
import { readFileFacts } from './evidence-file';

export interface NamedSource {
  readonly slug: string;
  readonly content: Content;
  /** Proposed together with what names it. */
  readonly isNew: boolean;
  /** The files it lists, as far as this person may see them, by hash. */
  readonly files: Readonly<Record<string, StoredFile>>;
}

/** The sources that these changes name, published or proposed along with them. */
export async function readSources(
  actor: Actor,
  changes: readonly { readonly kind: RecordKind; readonly slug: string; readonly content: unknown }[],
): Promise<readonly NamedSource[]> {
  const mentioned = changes.flatMap(({ kind, content }) => mentionsIn(records[kind], content));
  const slugs = [...new Set(mentioned.filter(({ kind }) => kind === 'source').map(({ slug }) => slug))];
  const proposed = changes.filter(({ kind }) => kind === 'source');
  const published = await db.revision.findMany({
    where: { kind: 'source', slug: { in: slugs.filter((slug) => !proposed.some((each) => each.slug === slug)) } },
    orderBy: { version: 'desc' },
    distinct: ['slug'],
    select: { slug: true, after: true },
  });
  const sources = [
    ...proposed.map(({ slug, content }) => ({ slug, content: content as Content, isNew: true })), // as it stands in the submission
    ...published.map(({ slug, after }) => ({ slug, content: after as unknown as Content, isNew: false })), // it has passed its schema
  ];
  const hashes = sources.flatMap(({ content }) => rowsOf(content, 'evidence').map((row) => String(row?.hash ?? '')));
  const files = await readFileFacts(actor, hashes);
  return sources.map((source) => ({ ...source, files }));
}
