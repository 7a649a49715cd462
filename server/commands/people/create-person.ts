import 'server-only';
import { isEmail, normalEmail } from '@/domain/credentials';
import type { Role } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import type { User } from '@/prisma/generated/client/client';
import type { Sector } from '@/domain/vocabulary';
import type { Transaction } from '../../db';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  readonly organisationSlug?: string | null;
  readonly limitedToPlaces?: readonly string[];
  readonly limitedToSectors?: readonly Sector[];
}

const longestName = 120;

/** Refused when someone has the address already, however it was typed then, also when both are added at once. */
export async function createPerson(tx: Transaction, person: NewPerson): Promise<Result<User, Problem>> {
  const email = normalEmail(person.email);
  if (!isEmail(email)) return refuse({ kind: 'invalid-form', findings: [error('not-an-email', 'email')] });
  const name = checkName(person.name);
  if (!name.ok) return name;

  const [created] = await tx.user.createManyAndReturn({
    data: [
      {
        email,
        name: name.value,
        role: person.role,
        passwordHash: person.passwordHash,
        organisationSlug: person.organisationSlug ?? null,
        limitedToPlaces: [...(person.limitedToPlaces ?? [])],
        limitedToSectors: [...(person.limitedToSectors ?? [])],
      },
    ],
    skipDuplicates: true,
  });
  return created ? accept(created) : refuse({ kind: 'email-taken' });
}

export function checkName(typed: string): Result<string, Problem> {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (!name) return refuse({ kind: 'invalid-form', findings: [error('required', 'name')] });
  if (name.length <= longestName) return accept(name);
  return refuse({ kind: 'invalid-form', findings: [error('too-long', 'name', { longest: String(longestName) })] });
}
