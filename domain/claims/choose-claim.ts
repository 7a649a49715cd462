import type { DateSpan, IsoDate } from '../calendar';
import type { ClaimField, Verification } from '../vocabulary';

/** Which of several claims of one figure a total uses: the one the rule prefers, or the lowest, or the highest. */
export const claimUses = ['preferred', 'lowest', 'highest'] as const;
export type ClaimUse = (typeof claimUses)[number];

/** That a disagreement of rival claims names a record, and whether its reviewer preferred it. */
export interface NamedRival {
  readonly disagreement: string;
  /** What they differ on; null: the record as a whole. */
  readonly field: ClaimField | null;
  readonly isPreferred: boolean;
  /** Why it is preferred, where it is. */
  readonly reason?: string | null;
}

/** What the rule needs of a claim, whatever record makes it. */
export interface Claim {
  readonly slug: string;
  readonly referenceOn: DateSpan | null;
  readonly rivals: readonly NamedRival[];
  readonly statement: {
    readonly verification: Verification;
    readonly source: { readonly publishedOn?: DateSpan | IsoDate | null } | null;
  };
}

/** Why a claim was chosen: the first thing in which it differs from the next. */
export type ChosenBecause =
  | 'only'
  | 'reviewer'
  | 'date'
  | 'verification'
  | 'source'
  | 'value'
  | 'identifier'
  | 'lowest'
  | 'highest';

/** A claim that stands, with all it stands beside: never one alone where there are several. */
export interface Chosen<C> {
  readonly claim: C;
  readonly value: number;
  readonly because: ChosenBecause;
  /** Every other claim of the same figure, as the rule orders them. */
  readonly others: readonly C[];
  readonly lowest: number;
  readonly highest: number;
}

/** Best first. A disputed claim stands behind all others: someone has said that it does not hold. */
export const verificationOrder: readonly Verification[] = ['verified', 'documented', 'reported', 'disputed'];

/**
 * The published rule. Of one figure the claims of the latest day stand, and with them those that a disagreement names as
 * their rivals, of whatever day. Among these: the one a reviewer preferred; else the one of the later day; else the one
 * better verified; else the one whose source was published later; else the lower; else by identifier, so that the choice
 * is always the same. The others are never dropped: they come with it, and with their range.
 */
export function chooseClaim<C extends Claim>(
  claims: readonly C[],
  field: ClaimField,
  valueOf: (claim: C) => number | null,
  use: ClaimUse = 'preferred',
): Chosen<C> | null {
  const standing = standingClaims(claims, field, valueOf).toSorted((one, other) => compare(one, other).order);
  const [first, second] = standing;
  if (!first) return null;
  const values = standing.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const asked = use === 'lowest' ? lowest : use === 'highest' ? highest : first.value;
  const chosen = standing.find(({ value }) => value === asked) ?? first;
  return {
    claim: chosen.claim,
    value: chosen.value,
    because: use !== 'preferred' && lowest !== highest ? use : second ? compare(first, second).because : 'only',
    others: standing.filter((each) => each !== chosen).map(({ claim }) => claim),
    lowest,
    highest,
  };
}

/** Whether the claims that stand say different things. */
export const isContested = ({ lowest, highest }: Pick<Chosen<unknown>, 'lowest' | 'highest'>): boolean =>
  lowest !== highest;

interface Weighed<C> {
  readonly claim: C;
  readonly value: number;
  readonly last: string;
  readonly isPreferred: boolean;
}

function standingClaims<C extends Claim>(
  claims: readonly C[],
  field: ClaimField,
  valueOf: (claim: C) => number | null,
): readonly Weighed<C>[] {
  const stated = claims.flatMap((claim): Weighed<C>[] => {
    const value = valueOf(claim);
    const isPreferred = rivalsOn(claim, field).some((rival) => rival.isPreferred);
    return value === null ? [] : [{ claim, value, last: claim.referenceOn?.last ?? undated, isPreferred }];
  });
  const latestDay = stated.reduce((latest, { last }) => (last > latest ? last : latest), undated);
  const latest = stated.filter(({ last }) => last === latestDay);
  const disputes = new Set(
    latest.flatMap(({ claim }) => rivalsOn(claim, field).map(({ disagreement }) => disagreement)),
  );
  return stated.filter(
    ({ claim, last }) =>
      last === latestDay || rivalsOn(claim, field).some(({ disagreement }) => disputes.has(disagreement)),
  );
}

/** A claim of no known day is behind every dated one. */
const undated = '';

const rivalsOn = ({ rivals }: Claim, field: ClaimField) =>
  rivals.filter((rival) => rival.field === null || rival.field === field);

function compare<C extends Claim>(one: Weighed<C>, other: Weighed<C>): { order: number; because: ChosenBecause } {
  const steps: readonly (readonly [ChosenBecause, number])[] = [
    ['reviewer', Number(other.isPreferred) - Number(one.isPreferred)],
    ['date', byText(other.last, one.last)],
    ['verification', verificationRank(one.claim) - verificationRank(other.claim)],
    ['source', byText(publishedLast(other.claim), publishedLast(one.claim))],
    ['value', one.value - other.value],
    ['identifier', byText(one.claim.slug, other.claim.slug)],
  ];
  const [because, order] = steps.find(([, difference]) => difference !== 0) ?? ['only', 0];
  return { order, because };
}

const verificationRank = ({ statement }: Claim) => verificationOrder.indexOf(statement.verification);

/** The last day on which the source may have been published; not known is before all. */
function publishedLast({ statement }: Claim): string {
  const on = statement.source?.publishedOn;
  return !on ? '' : typeof on === 'string' ? on : on.last;
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
