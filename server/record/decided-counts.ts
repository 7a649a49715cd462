import 'server-only';
import * as z from 'zod';
import type { Gazetteer } from '@/domain/privacy/box';
import type { DecidedVersion } from '@/domain/privacy/count-version';
import { countVersionOf } from '@/domain/privacy/of-content';
import type { Content } from '@/domain/record/content';
import type { Transaction } from '../db';

/** Every version of these series that was ever published, with what the public was shown of it. */
export async function readDecidedCounts(
  tx: Transaction,
  series: readonly string[],
): Promise<readonly DecidedVersion[]> {
  const rows = await tx.$queryRaw`
    select v.id::text, v.slug, extract(epoch from v.published_at)::float8 as publication, v.is_withdrawn, r.after as content,
      d.totals_shown, d.breakdown_shown
    from resettlement_version v
    join revision r on r.id = v.revision_id
    join resettlement_disclosure d on d.version_id = v.id
    where concat_ws(' ', v.kind::text, v.population_group, v.stage::text) = any(${[...new Set(series)]})
    order by v.published_at, v.slug`;
  return z
    .array(decidedRow)
    .parse(rows)
    .map(({ is_withdrawn, totals_shown, breakdown_shown, ...row }) => ({
      ...countVersionOf({ ...row, isWithdrawn: is_withdrawn }),
      totals: totals_shown,
      breakdown: breakdown_shown,
    }));
}

const decidedRow = z.object({
  id: z.string(),
  slug: z.string(),
  publication: z.number(),
  is_withdrawn: z.boolean(),
  // Written by publish after the definition's own checks; its cells are read field by field.
  content: z.record(z.string(), z.unknown()).transform((value) => value as Content),
  totals_shown: z.boolean(),
  breakdown_shown: z.boolean(),
});

/** Which place lies in which, as the record says now: withdrawn places too, and the zones that a place is a member of. */
export async function readGazetteer(tx: Transaction): Promise<Gazetteer> {
  const places = await tx.placeVersion.findMany({
    where: { supersededAt: null },
    select: { slug: true, parentSlug: true, members: { select: { placeSlug: true } } },
  });
  const holders = new Map<string, string[]>();
  for (const { slug, parentSlug, members } of places) {
    if (parentSlug) holders.set(slug, [...(holders.get(slug) ?? []), parentSlug]);
    for (const { placeSlug } of members) holders.set(placeSlug, [...(holders.get(placeSlug) ?? []), slug]);
  }
  const known = new Map<string, readonly string[]>();
  const above = (placeSlug: string) => {
    const before = known.get(placeSlug);
    if (before) return before;
    const chain = new Set([placeSlug]);
    for (const place of chain) for (const holder of holders.get(place) ?? []) chain.add(holder);
    known.set(placeSlug, [...chain]);
    return [...chain];
  };
  return { places: places.map(({ slug }) => slug), above };
}
