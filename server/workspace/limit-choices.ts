import 'server-only';
import * as z from 'zod';
import type { Actor } from '@/domain/permission';
import { db } from '../db';

export interface PlaceChoice {
  readonly slug: string;
  readonly name: string;
  /** 0 for a place that lies in no other. */
  readonly depth: number;
}

export interface OrganisationChoice {
  readonly slug: string;
  readonly name: string;
}

export interface LimitChoices {
  /** Each below the place it lies in, by name. */
  readonly places: readonly PlaceChoice[];
  readonly organisations: readonly OrganisationChoice[];
}

const placeRow = z.object({ slug: z.string(), name: z.string(), parentSlug: z.string().nullable() });
type PlaceRow = z.infer<typeof placeRow>;
const organisationRow = z.object({ slug: z.string(), name: z.string() });

/** What a person can be limited to, and whom they can work for. */
export async function readLimitChoices(_actor: Actor, locale: string): Promise<LimitChoices> {
  const [places, organisations] = await Promise.all([
    db.$queryRaw`
      select slug, coalesce(place_name_in(slug, ${locale}), slug) as name, parent_slug as "parentSlug"
      from current_place order by 2, 1`,
    db.$queryRaw`select slug, name from current_organisation order by name, slug`,
  ]);
  return {
    places: inOrder(z.array(placeRow).parse(places)),
    organisations: z.array(organisationRow).parse(organisations),
  };
}

function inOrder(rows: readonly PlaceRow[]): PlaceChoice[] {
  const slugs = new Set(rows.map(({ slug }) => slug));
  // A place whose parent was withdrawn stands at the top; the database lets no place lie in itself.
  const within = groupedByParent(rows, slugs);
  const below = (parent: string | null, depth: number): PlaceChoice[] =>
    (within.get(parent) ?? []).flatMap(({ slug, name }) => [{ slug, name, depth }, ...below(slug, depth + 1)]);
  return below(null, 0);
}

function groupedByParent(
  rows: readonly PlaceRow[],
  known: ReadonlySet<string>,
): ReadonlyMap<string | null, readonly PlaceRow[]> {
  const grouped = new Map<string | null, PlaceRow[]>();
  for (const row of rows) {
    const parent = row.parentSlug !== null && known.has(row.parentSlug) ? row.parentSlug : null;
    grouped.set(parent, [...(grouped.get(parent) ?? []), row]);
  }
  return grouped;
}
