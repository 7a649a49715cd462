import type { TypedForm } from '@/components/forms/form-state';
import type { Actor } from '@/domain/permission';
import { readOwned } from '@/server/workspace/read-referring';
import { readRecord } from '@/server/workspace/read-record';
import type { TypedChange } from './typed-form';

/** What goes with a withdrawal, when that was ticked: each record that says nothing without it, for the same reason. */
export async function ownedWithdrawals(
  actor: Actor,
  { records }: TypedForm,
  changes: readonly TypedChange[],
): Promise<readonly TypedChange[]> {
  const [main] = changes;
  if (!main || main.change.action !== 'withdraw' || !records[0]?.withOwned) return [];
  const record = await readRecord(actor, main.change);
  if (!record) return [];
  const owned = await readOwned(actor, { kind: main.change.kind, slug: main.change.slug, content: record.content });
  return owned.map(({ kind, slug, version }) => ({
    // What is withdrawn stays as it was: its content is read when the set is checked.
    change: { ...main.change, kind, slug, baseVersion: version, content: {} },
    replaces: null,
    findings: [],
  }));
}
