import type { ContentWords } from '@/components/review/content-words';
import { mentionsIn } from '@/domain/form/mentions';
import { ownTitle } from '@/domain/form/own-title';
import type { Stated } from '@/domain/form/title-of';
import type { Actor } from '@/domain/permission';
import { records } from '@/domain/record/records';
import { labelKey, type Labels } from '@/server/record/labels';
import { readCodeOptions, readLabels } from '@/server/workspace/read-labels';

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
