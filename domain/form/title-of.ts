import type { RecordKind } from '../record/kinds';
import { records } from '../record/records';
import { mentionsIn } from './mentions';
import { ownTitle } from './own-title';

export interface Stated {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly content: unknown;
}

/** What a record is called in a sentence: its own title, or what it is about. Labels are by `kind/slug`. */
export function titleOf({ kind, slug, content }: Stated, labels: Readonly<Record<string, string>>): string {
  const known = labels[`${kind}/${slug}`] ?? ownTitle(kind, content);
  if (known) return known;
  const about = mentionsIn(records[kind], content).map(
    (mention) => labels[`${mention.kind}/${mention.slug}`] ?? mention.slug,
  );
  return about[0] ?? slug;
}
