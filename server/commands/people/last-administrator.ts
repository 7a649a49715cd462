import 'server-only';
import type { Transaction } from '../../db';

/**
 * Whether the record would be left without anyone who manages its people, once this person no longer does. The rows stay
 * locked until the transaction ends: of two administrators who disable each other at once, one is refused.
 */
export async function isLastAdministrator(tx: Transaction, userId: string): Promise<boolean> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    select id from app_user
    where role = 'administrator' and may_sign_in and disabled_at is null and password_hash is not null
    order by id for update`;
  return administrators.some(({ id }) => id === userId) && administrators.length === 1;
}
