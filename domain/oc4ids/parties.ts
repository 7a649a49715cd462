import { type Json, type JsonObject, known } from './json';
import { own, reference } from './own';
import type { Named, ToldProject } from './told';

/** Everybody whom the project or its contracts name, once, with all their roles. Who only states a figure is no party to it. */
export function partiesOf(project: ToldProject): readonly JsonObject[] {
  const parties = new Map<string, { readonly named: Named; readonly roles: Set<string>; readonly ours: Json[] }>();
  const partyOf = (named: Named) => {
    const party = parties.get(named.slug) ?? { named, roles: new Set<string>(), ours: [] };
    parties.set(named.slug, party);
    return party;
  };
  for (const party of project.parties) {
    const { roles, ours } = partyOf(party);
    if (party.role.standard) roles.add(party.role.standard);
    ours.push({ role: party.role.code, label: party.role.label });
  }
  for (const { supplier, buyer } of project.contracts) {
    partyOf(supplier).roles.add('supplier');
    if (buyer) partyOf(buyer).roles.add('buyer');
  }
  return [...parties.values()].map(({ named, roles, ours }) =>
    known({ ...reference(named), roles: [...roles], ...own({ roles: ours }) }),
  );
}

/** The first party that the code list makes the public authority of the standard. */
export function publicAuthorityOf(project: ToldProject): JsonObject | null {
  const owner = project.parties.find(({ role }) => role.standard === 'publicAuthority');
  return owner ? reference(owner) : null;
}
