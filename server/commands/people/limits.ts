import 'server-only';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import type { Sector } from '@/domain/vocabulary';
import type { Transaction } from '../../db';

export interface Limits {
  /** The body a person works for, as the record knows it. */
  readonly organisationSlug: string | null;
  /** Empty means anywhere. */
  readonly limitedToPlaces: readonly string[];
  /** Empty means any sector. */
  readonly limitedToSectors: readonly Sector[];
}

/** A limit to a place that is not in the record would shut a person out of everything without saying so. */
export async function checkLimits(
  tx: Transaction,
  { organisationSlug, limitedToPlaces }: Limits,
): Promise<Result<true, Problem>> {
  const places = [...new Set(limitedToPlaces)];
  const [known] = await tx.$queryRaw<{ places: bigint; organisations: bigint }[]>`
    select (select count(*) from current_place where slug = any(${places})) as places,
           (select count(*) from current_organisation where slug = ${organisationSlug}) as organisations`;
  const findings = [
    ...(Number(known?.places) === places.length ? [] : [error('unknown-record', 'places')]),
    ...(organisationSlug === null || Number(known?.organisations) === 1
      ? []
      : [error('unknown-record', 'organisation')]),
  ];
  return findings.length > 0 ? refuse({ kind: 'invalid-form', findings }) : accept(true);
}
