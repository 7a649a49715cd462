import 'server-only';
import type { Actor } from '@/domain/permission';
import { error, type Finding } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { accept } from '@/domain/result';
import { reasonKindsOf } from '@/domain/submission/reasons';
import { transact } from '../db';
import { checkChanges } from './check-changes';
import { currentVersions } from './current-versions';

export interface EarlierVersion {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * What would be found today if an earlier version were proposed again: by the same checks that a submission passes,
 * without writing anything. Fields that records of the kind no longer have are findings of their own.
 */
export async function checkEarlierVersion(
  actor: Actor,
  { kind, slug, content }: EarlierVersion,
): Promise<readonly Finding[]> {
  const { fields } = records[kind];
  const isKnown = ([name]: readonly [string, unknown]) => Object.hasOwn(fields, name);
  const gone = Object.entries(content)
    .filter((entry) => !isKnown(entry))
    .map(([name]) => error('unknown-field', name));
  const known = Object.fromEntries(Object.entries(content).filter(isKnown));

  const checked = await transact(async (tx) => {
    const current = [...(await currentVersions(tx, [{ kind, slug }])).values()][0];
    if (!current) return accept([]);
    const proposed = {
      kind,
      slug,
      action: 'change',
      baseVersion: current.version,
      content: known,
      reasonKind: reasonKindsOf.change[0],
      reason: null,
      answer: null,
    } as const;
    const result = await checkChanges(tx, actor, [proposed]);
    if (result.ok || result.problem.kind !== 'invalid-changes') return accept([]);
    return accept(result.problem.changes.flatMap(({ findings }) => findings));
  });
  const found = checked.ok ? checked.value : [];
  // The reason is what the form asks for next.
  return [...gone, ...found.filter(({ path }) => path !== 'reason')];
}
