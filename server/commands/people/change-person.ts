import 'server-only';
import { may, type Actor, type Role } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { transact } from '../../db';
import { checkName } from './create-person';
import { isLastAdministrator } from './last-administrator';
import { checkLimits, type Limits } from './limits';

export interface ChangePerson extends Limits {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/** Works at once, also where the person is signed in: what they may do is read with every request. */
export async function changePerson(actor: Actor, change: ChangePerson): Promise<Result<true, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  const { userId, role, organisationSlug, limitedToPlaces, limitedToSectors } = change;
  const name = checkName(change.name);
  if (!name.ok) return name;

  return transact(async (tx) => {
    // First, so that the rows are locked before anything is read of them.
    const isLast = await isLastAdministrator(tx, userId);
    const before = await tx.user.findFirst({ where: { id: userId, maySignIn: true } });
    if (!before) return refuse({ kind: 'not-found', what: 'person' });
    if (isLast && role !== 'administrator') return refuse({ kind: 'last-administrator' });
    const limits = await checkLimits(tx, change);
    if (!limits.ok) return limits;

    await tx.user.update({
      where: { id: userId },
      data: {
        name: name.value,
        role,
        organisationSlug,
        limitedToPlaces: [...new Set(limitedToPlaces)],
        limitedToSectors: [...new Set(limitedToSectors)],
      },
    });
    await recordAudit(tx, actor, {
      verb: 'person.changed',
      subject: `user/${userId}`,
      details: {
        roleBefore: before.role,
        role,
        organisation: organisationSlug,
        places: limitedToPlaces.join(' ') || null,
        sectors: limitedToSectors.join(' ') || null,
      },
    });
    return accept(true);
  });
}
