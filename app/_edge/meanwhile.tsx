import type { Meanwhile } from '@/components/forms/form-state';
import { ContentValue } from '@/components/review/content-value';
import { fieldLabel } from '@/components/forms/form-spec';
import type { Actor } from '@/domain/permission';
import type { StaleRecord } from '@/domain/problem';
import type { Content } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import type { ProposedChange } from '@/domain/submission/change';
import { compareContents } from '@/domain/submission/compare';
import { readRecord } from '@/server/workspace/read-record';
import { getTranslations } from 'next-intl/server';
import { contentWords } from './content-words';

/** For each record that was published anew: what the change began from, what is published now, what was typed. */
export async function meanwhileIn(
  actor: Actor,
  locale: string,
  stale: readonly StaleRecord[],
  changes: readonly ProposedChange[],
): Promise<readonly Meanwhile[]> {
  const t = await getTranslations();
  const found = await Promise.all(
    stale.map(async ({ recordKind: kind, slug, yours }): Promise<Meanwhile | null> => {
      const change = changes.find((each) => each.kind === kind && each.slug === slug);
      const current = await readRecord(actor, { kind, slug });
      const base = yours === null ? null : await readRecord(actor, { kind, slug, version: yours });
      if (!change || !current) return null;
      const typed = change.content as Content; // shown as it was typed, readable or not
      const { fields } = records[kind];
      const words = await contentWords(actor, locale, [
        { kind, slug, content: typed },
        { kind, slug, content: current.content },
        { kind, slug, content: base?.content },
      ]);
      const differ = (one: Content | null, other: Content) =>
        compareContents(Object.keys(fields), one, other).map(({ field }) => field);
      const names = new Set([...differ(base?.content ?? null, current.content), ...differ(current.content, typed)]);
      return {
        kind,
        slug,
        currentVersion: current.version,
        fields: Object.entries(fields).flatMap(([name, field]) => {
          if (!names.has(name)) return [];
          const value = (content: Content | undefined) => (
            <ContentValue field={field} value={content?.[name]} beside={content ?? {}} words={words} />
          );
          return [
            {
              label: fieldLabel(kind, name, t),
              base: value(base?.content),
              current: value(current.content),
              yours: value(typed),
            },
          ];
        }),
      };
    }),
  );
  return found.filter((each) => each !== null);
}
