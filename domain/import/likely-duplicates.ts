import { rowsOf, textOf, type Content } from '../record/content';
import type { RecordKind } from '../record/kinds';
import { ownTitle } from '../form/own-title';
import { daysBetween, type IsoDate } from '../calendar';
import { spanOf } from '../record/rules';
import { records } from '../record/records';
import { fold } from './fold';

/** A record as it is looked at for likeness. */
export interface Likeness {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly places: readonly string[];
  /** What else must be the same for two to be one thing: the project of a report, the group of a count. */
  readonly keys: readonly string[];
  /** Its name, folded; null where records of the kind have none. */
  readonly name: string | null;
  /** First and last day of the date that it speaks of; null where it is not known. */
  readonly days: { readonly first: IsoDate; readonly last: IsoDate } | null;
}

export interface LikelyDuplicate {
  readonly slug: string;
  /** 0 to 1: how alike the names are; 1 where the kind has none. */
  readonly nameShare: number;
  readonly daysApart: number | null;
}

/** Names as alike as `Road to Shusha` and `Road to Shusha (phase 1)`. */
export const likeEnough = 0.6;
/** One name within another: `Road to Shusha` in `Road to Shusha (rebuilt)`. */
const withinShare = 0.9;
/** Records of what has no name are the same statement only when their dates are near. */
export const nearDays = 31;

const dateOf: Partial<Record<RecordKind, string>> = {
  contract: 'signedOn',
  milestone: 'plannedOn',
  condition: 'observedOn',
  context_fact: 'referenceOn',
  budget_line: 'period',
  progress_report: 'referenceOn',
  resettlement: 'referenceOn',
  target: 'dueOn',
  readiness: 'referenceOn',
  source: 'publishedOn',
};

/** Fields that tell two records of a kind apart whatever their names and dates are. */
const keysOf: Readonly<Record<RecordKind, readonly string[]>> = {
  code: ['list', 'code'],
  source: [],
  organisation: [],
  place: ['type'],
  programme: [],
  landmark: [],
  project: ['sector'],
  contract: ['projectSlug'],
  milestone: ['projectSlug', 'type'],
  condition: ['landmarkSlug', 'condition', 'statedBySlug'],
  context_fact: ['category', 'placeSlug', 'programmeSlug', 'projectSlug', 'landmarkSlug'],
  budget_line: ['programmeSlug', 'projectSlug', 'placeSlug', 'kind', 'accumulation', 'currency', 'statedBySlug'],
  progress_report: ['projectSlug', 'kind', 'statedBySlug'],
  resettlement: ['placeSlug', 'kind', 'populationGroup', 'stage', 'counting', 'event', 'statedBySlug'],
  target: ['programmeSlug', 'placeSlug', 'metric', 'measure', 'populationGroup', 'statedBySlug'],
  readiness: ['placeSlug', 'service', 'statedBySlug'],
  disagreement: ['projectSlug', 'placeSlug', 'landmarkSlug'],
};

/** What of a record likeness looks at. */
export function likenessOf(kind: RecordKind, slug: string, content: Content): Likeness {
  const { fields } = records[kind];
  const places = ['places', 'members'].flatMap((list) =>
    list in fields
      ? rowsOf(content, list).flatMap(({ placeSlug }) => (typeof placeSlug === 'string' ? [placeSlug] : []))
      : [],
  );
  const own = textOf(content, kind === 'place' ? 'parentSlug' : 'placeSlug');
  const title = kind === 'source' ? textOf(content, 'title') : ownTitle(kind, content);
  const dated = dateOf[kind];
  const span = dated ? spanOf(content, dated) : null;
  return {
    kind,
    slug,
    places: own ? [own, ...places] : places,
    keys: keysOf[kind].map((field) => textOf(content, field) ?? ''),
    name: title === null ? null : fold(title),
    days: span && { first: span.first, last: span.last },
  };
}

/** A key that two likely duplicates have in common: known records are looked up by it, and not all compared with all. */
export const likenessKey = ({ kind, keys }: Likeness): string => JSON.stringify([kind, ...keys]);

/**
 * Records that a new one may already be: of the same kind, at a common place, with the same keys, called alike, and dated near.
 * Most alike first. A person decides; nothing is merged.
 */
export function likelyDuplicates(candidate: Likeness, known: Iterable<Likeness>): readonly LikelyDuplicate[] {
  const found: LikelyDuplicate[] = [];
  for (const other of known) {
    if (other.slug === candidate.slug || likenessKey(other) !== likenessKey(candidate)) continue;
    if (!mayBeOnePlace(candidate.places, other.places)) continue;
    const daysApart = gapBetween(candidate.days, other.days);
    if (daysApart !== null && daysApart > nearDays) continue;
    const nameShare = candidate.name === null || other.name === null ? 1 : alikeShare(candidate.name, other.name);
    if (nameShare >= likeEnough) found.push({ slug: other.slug, nameShare, daysApart });
  }
  return found.sort(
    (one, other) => other.nameShare - one.nameShare || (one.daysApart ?? nearDays) - (other.daysApart ?? nearDays),
  );
}

/** Where one of two says no place, they may be at one. */
const mayBeOnePlace = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((place) => other.includes(place));

/** Days between two periods; 0 where they overlap; null where one is not known. */
function gapBetween(one: Likeness['days'], other: Likeness['days']): number | null {
  if (!one || !other) return null;
  if (one.first <= other.last && other.first <= one.last) return 0;
  const [earlier, later] = one.last < other.first ? [one, other] : [other, one];
  return daysBetween(earlier.last, later.first);
}

/**
 * How alike two folded names are, from 0 to 1: the share of their groups of three letters in common, and nearly 1 where one
 * has all the words of the other and at least two of them.
 */
export function alikeShare(one: string, other: string): number {
  if (one === other) return 1;
  const [words, otherWords] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const [few, many] = words.size <= otherWords.size ? [words, otherWords] : [otherWords, words];
  if (few.size >= 2 && [...few].every((word) => many.has(word)) && numbersOf(words) === numbersOf(otherWords)) {
    return few.size === many.size ? 1 : withinShare;
  }
  // Phase 1 and phase 2 are two things, however alike the rest is.
  if (numbersOf(words) !== numbersOf(otherWords)) return 0;
  const [groups, otherGroups] = [groupsOf(one), groupsOf(other)];
  const common = [...groups].filter((group) => otherGroups.has(group)).length;
  return (2 * common) / (groups.size + otherGroups.size);
}

const numbersOf = (words: ReadonlySet<string>): string =>
  [...words]
    .filter((word) => /\d/.test(word) || /^[ivx]+$/.test(word))
    .sort()
    .join(' ');

function groupsOf(name: string): ReadonlySet<string> {
  const padded = ` ${name} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}
