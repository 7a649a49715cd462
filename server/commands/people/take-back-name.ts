import 'server-only';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { transact } from '../../db';

/**
 * For the operator: hides a name wherever it stands in public. Who has an account says so themselves; of a record that was
 * loaded from an archive only the name is there.
 */
export async function takeBackName({
  name,
}: {
  readonly name: string;
}): Promise<Result<{ accounts: number }, Problem>> {
  return transact(async (tx) => {
    const named = await tx.user.findMany({ where: { name, isNamedInPublic: true }, select: { id: true } });
    if (named.length === 0) return refuse({ kind: 'not-found', what: 'person' });
    await tx.user.updateMany({
      where: { id: { in: named.map(({ id }) => id) } },
      data: { isNamedInPublic: false },
    });
    // Pages that are kept show names: the head tells that they are to be made anew.
    await tx.recordHead.update({ where: { id: 1 }, data: { namingCount: { increment: 1 } } });
    for (const { id } of named) {
      await recordAudit(tx, null, { verb: 'person.no-longer-named', subject: `user/${id}` });
    }
    return accept({ accounts: named.length });
  });
}
