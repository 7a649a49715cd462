import type { Gazetteer } from './box';

/** The places where people may be counted. Null: in any place that is named, or elsewhere within one. */
export type Reader = ReadonlySet<string> | null;

/**
 * Who the counts are kept from. A careful reader, to whom a district may hold people who are in none of its villages; and two
 * bold ones, who take it that the parts make up the whole: all places of the gazetteer, or those for which a count is
 * listed, shown or withheld.
 */
export function readersOf(listed: readonly string[], { places, above }: Gazetteer): readonly Reader[] {
  return [null, onePlaceOfEachKind(withoutParts(places, above), listed, above), new Set(withoutParts(listed, above))];
}

/** The places that hold none of the others. */
function withoutParts(places: readonly string[], above: Gazetteer['above']): readonly string[] {
  const holders = new Set(places.flatMap((place) => above(place).filter((holder) => holder !== place)));
  return places.filter((place) => !holders.has(place));
}

/** Places that lie in the same listed places are alike: one stands for all. */
function onePlaceOfEachKind(
  places: readonly string[],
  listed: readonly string[],
  above: Gazetteer['above'],
): ReadonlySet<string> {
  const isListed = new Set(listed);
  const kinds = new Map(
    places.map((place) => [
      above(place)
        .filter((holder) => isListed.has(holder))
        .sort()
        .join(' '),
      place,
    ]),
  );
  return new Set(kinds.values());
}
