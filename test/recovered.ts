import { type Content, rowsOf } from '@/domain/record/content';
import type { Attack, CountedNumber, Interval } from './attack';

/** A version as it was published, and which of its numbers anyone can read. */
export interface SeenVersion {
  readonly slug: string;
  readonly publication: number;
  readonly content: Content;
  readonly totals: boolean;
  readonly breakdown: boolean;
}

export interface Recovered extends Interval {
  readonly number: CountedNumber;
  readonly past: number;
  readonly reader: 'careful' | 'bold';
}

/**
 * The small counts of which the attack learns more than that they are small: that one is not as low as 1, or not as high as
 * the threshold allows. What statements that were public already tell by themselves, and what could be worked out before a
 * count was ever entered, is not held against the rule.
 */
export function recoveredFrom(
  attack: Attack,
  versions: readonly SeenVersion[],
  threshold: number,
  places: readonly string[],
): readonly Recovered[] {
  const pasts = [...new Set([...versions.map(({ publication }) => publication), Infinity])];
  const asked = new Set<string>();
  const found: Recovered[] = [];
  for (const past of pasts) {
    const known = knownAt(versions, past);
    const system = JSON.stringify(known);
    if (asked.has(system)) continue;
    asked.add(system);
    for (const reader of [null, places]) {
      for (const number of smallCounts(versions, known, threshold)) {
        const interval = attack.interval(known, number, reader);
        if (!interval) break; // what is known contradicts itself: this reader is on a wrong track
        const isNarrowed = interval.least > 1.001 || interval.most < threshold - 1.001;
        const isRight = interval.least <= number.value + 0.001 && interval.most >= number.value - 0.001;
        if (!isNarrowed || !isRight) continue;
        const since = firstSaid(versions, number);
        const without = attack.interval(
          knownAt(
            versions.filter(({ publication, content }) => publication < since || content.alreadyPublic === true),
            past,
          ),
          number,
          reader,
        );
        const isOld =
          without !== null &&
          interval.least <= Math.max(1, without.least) + 0.001 &&
          interval.most >= Math.min(threshold - 1, without.most) - 0.001;
        if (!isOld) found.push({ number, past, reader: reader ? 'bold' : 'careful', ...interval });
      }
    }
  }
  return found;
}

const firstSaid = (versions: readonly SeenVersion[], number: CountedNumber): number =>
  Math.min(
    ...versions.flatMap((version) =>
      numbersOf(version).some((own) => keyOf(own) === keyOf(number)) ? [version.publication] : [],
    ),
  );

/** Of each record what was shown last before a moment, else what was shown first after it. */
export function knownAt(versions: readonly SeenVersion[], past: number): readonly CountedNumber[] {
  return [...new Set(versions.map(({ slug }) => slug))].flatMap((slug) => {
    const own = versions.filter((version) => version.slug === slug);
    const chosen = (part: 'totals' | 'breakdown') => {
      const shown = own.filter((version) => version[part]);
      return shown.findLast(({ publication }) => publication < past) ?? shown[0];
    };
    const totals = chosen('totals');
    const breakdown = chosen('breakdown');
    return [
      ...(totals ? numbersOf(totals).filter(({ part }) => part === 'totals') : []),
      ...(breakdown ? numbersOf(breakdown).filter(({ part }) => part === 'breakdown') : []),
    ];
  });
}

export function smallCounts(versions: readonly SeenVersion[], known: readonly CountedNumber[], threshold: number) {
  const told = new Set(known.map(keyOf));
  const small = new Map<string, CountedNumber>();
  for (const version of versions) {
    for (const number of numbersOf(version)) {
      const isShown = version[number.part];
      if (isShown || number.value === 0 || number.value >= threshold || told.has(keyOf(number))) continue;
      small.set(keyOf(number), number);
    }
  }
  return small.values();
}

const keyOf = ({ measure, place, counting, on, event, origin, sex, ageFrom, ageTo }: CountedNumber) =>
  JSON.stringify([measure, place, counting, on, event, origin, sex, ageFrom, ageTo]);

function numbersOf({
  slug,
  content,
}: SeenVersion): readonly (CountedNumber & { readonly part: 'totals' | 'breakdown' })[] {
  const words = (name: string) => (typeof content[name] === 'string' ? content[name] : null);
  const all = {
    slug,
    place: words('placeSlug') ?? '',
    counting: words('counting') ?? '',
    on: words('referenceOn') ?? '',
    event: words('event'),
    origin: words('originPlaceSlug'),
    sex: 'all',
    ageFrom: null,
    ageTo: null,
  };
  return [
    ...(['persons', 'families'] as const).flatMap((measure) => {
      const value = content[measure];
      return typeof value === 'number' ? [{ ...all, part: 'totals' as const, measure, value }] : [];
    }),
    ...rowsOf(content, 'breakdown').flatMap(({ sex, ageFrom, ageTo, persons }) =>
      typeof persons === 'number'
        ? [
            {
              ...all,
              part: 'breakdown' as const,
              measure: 'persons' as const,
              sex: String(sex),
              ageFrom: typeof ageFrom === 'number' ? ageFrom : null,
              ageTo: typeof ageTo === 'number' ? ageTo : null,
              value: persons,
            },
          ]
        : [],
    ),
  ];
}
