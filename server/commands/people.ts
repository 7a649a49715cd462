import 'server-only';
import type { Role } from '@/domain/permission';
import { db } from '../db';

// What the operator's command line asks of people; it knows the machine, and so needs no permission.
export { addUser } from './people/add-user';
export { disableUser } from './people/disable-person';
export { firstAdministratorNeeded, inviteFirstAdministrator } from './people/first-administrator';
export { takeBackName } from './people/take-back-name';
export { setPassword } from './people/set-password';

export interface ListedUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
}

export const listUsers = (): Promise<readonly ListedUser[]> =>
  db.user.findMany({
    where: { maySignIn: true },
    orderBy: { email: 'asc' },
    select: { email: true, name: true, role: true, disabledAt: true },
  });
