import type { AddressParameters, FilterProblem } from '../filter';
import { accept, refuse, type Result } from '../result';
import { claimUses, type ClaimUse } from './choose-claim';

/** Splits an address into the claims its totals shall use and everything else it asks. An unknown use is refused and named. */
export function readClaimUse(
  parameters: AddressParameters,
): Result<{ readonly use: ClaimUse; readonly rest: AddressParameters }, FilterProblem> {
  const { claims, ...rest } = parameters;
  if (claims === undefined || claims === '') return accept({ use: 'preferred', rest });
  const use = claimUses.find((each) => each === claims);
  if (use) return accept({ use, rest });
  return refuse({ kind: 'unknown-filter-value', name: 'claims', found: String(claims), allowed: claimUses });
}

/** What an address says of it: nothing where totals use what the rule prefers. */
export const claimsParameter = (use: ClaimUse): { readonly claims?: ClaimUse } =>
  use === 'preferred' ? {} : { claims: use };
