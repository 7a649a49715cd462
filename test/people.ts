import type { Actor, Role } from '@/domain/permission';
import { db } from '@/server/db';

let made = 0;

/** A person who may act, with the facts a test is about. */
export async function aPerson(facts: Partial<Actor> & { role?: Role } = {}): Promise<Actor> {
  made += 1;
  const user = await db.user.create({
    data: {
      email: `person-${made}@example.org`,
      name: facts.name ?? `Person ${made}`,
      role: facts.role ?? 'editor',
      organisationSlug: facts.organisationSlug ?? null,
      limitedToPlaces: [...(facts.limitedToPlaces ?? [])],
      limitedToSectors: [...(facts.limitedToSectors ?? [])],
    },
  });
  return {
    id: user.id,
    name: user.name,
    role: user.role,
    organisationSlug: user.organisationSlug,
    limitedToPlaces: user.limitedToPlaces,
    limitedToSectors: user.limitedToSectors,
  };
}
