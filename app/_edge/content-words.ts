import type { ContentWords } from '@/components/review/content-words';
import { mentionsIn } from '@/domain/form/mentions';
import { ownTitle } from '@/domain/form/own-title';
import type { Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { labelKey, readCodeOptions, readLabels, type Labels } from '@/server/workspace/read-labels';

export interface Stated {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly content: unknown;
}

/** Labels and codes for everything that these records say; what the same set adds is known by its own title. */
export async function contentWords(actor: Actor, locale: string, stated: readonly Stated[]): Promise<ContentWords> {
  const [labels, codes] = await Promise.all([labelsFor(actor, locale, stated), readCodeOptions(actor, locale)]);
  return { labels, codes };
}

export async function labelsFor(actor: Actor, locale: string, stated: readonly Stated[]): Promise<Labels> {
  const mentions = stated.flatMap(({ kind, content }) => mentionsIn(records[kind], content));
  const published = await readLabels(actor, [...mentions, ...stated], locale);
  const own = Object.fromEntries(
    stated.flatMap(({ kind, slug, content }) => {
      const title = ownTitle(kind, content);
      return title ? [[labelKey({ kind, slug }), title] as const] : [];
    }),
  );
  return { ...own, ...published };
}

/** What a record is called in a sentence: its own title, or its kind and what it is about. */
export function titleOf(record: Stated, labels: Labels): string {
  const known = labels[labelKey(record)] ?? ownTitle(record.kind, record.content);
  if (known) return known;
  const about = mentionsIn(records[record.kind], record.content).map(
    (mention) => labels[labelKey(mention)] ?? mention.slug,
  );
  return about[0] ?? record.slug;
}
