import 'server-only';
import type { Actor } from '@/domain/permission';
import { accept } from '@/domain/result';
import { recordAudit } from '../../audit';
import { transact } from '../../db';

/**
 * Whether this person is named in public beside what they submit and approve. Agreeing names them from the next
 * publication on; no longer agreeing hides every name of theirs at once, and agreeing again shows those again.
 */
export async function agreeToBeNamed(
  actor: Actor,
  { isNamedInPublic }: { readonly isNamedInPublic: boolean },
): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, isNamedInPublic: !isNamedInPublic },
      data: { isNamedInPublic },
    });
    if (count === 0) return accept(true);
    // Pages that are kept show names: the head tells that they are to be made anew.
    await tx.recordHead.update({ where: { id: 1 }, data: { namingCount: { increment: 1 } } });
    await recordAudit(tx, actor, {
      verb: isNamedInPublic ? 'person.named-in-public' : 'person.no-longer-named',
      subject: `user/${actor.id}`,
    });
    return accept(true);
  });
}
