import type { ClaimField } from '../vocabulary';
import { chooseClaim, type Claim } from './choose-claim';

export interface ClaimsInTime<C> {
  /** Of each day the claim that stands by the published rule, in order of time. */
  readonly standing: readonly C[];
  /** Every other claim of those days: marks of their own, joined by no line. */
  readonly beside: readonly C[];
}

/** The claims of a picture: no line runs through two claims of one day, and none is left out. */
export function claimsByDay<C extends Claim>(
  claims: readonly C[],
  field: ClaimField,
  valueOf: (claim: C) => number | null,
): ClaimsInTime<C> {
  const stated = claims.filter((claim) => valueOf(claim) !== null && claim.referenceOn !== null);
  const days = [...new Set(stated.flatMap(({ referenceOn }) => referenceOn?.last ?? []))].sort();
  const chosen = days.flatMap((day) => {
    const ofDay = stated.filter(({ referenceOn }) => referenceOn?.last === day);
    return chooseClaim(ofDay, field, valueOf) ?? [];
  });
  return { standing: chosen.map(({ claim }) => claim), beside: chosen.flatMap(({ others }) => others) };
}
