import { type Audit, canShow } from './audit';
import { type Box, type CountedBox, type Gazetteer, keyOfBox, type PlacesAbove, type WatchedBox } from './box';
import {
  type Cell,
  type CountVersion,
  type DecidedVersion,
  type Disclosure,
  isSmall,
  type Measure,
  measures,
  type Part,
  parts,
} from './count-version';
import { readersOf } from './readers';
import { pastsOf, shownIn } from './shown-in';

export interface ToDisclose {
  /** The least number of persons or families that is shown. */
  readonly threshold: number;
  readonly gazetteer: Gazetteer;
  /** Every version ever published of the people concerned, current or not, with what was decided of it. */
  readonly past: readonly DecidedVersion[];
  readonly fresh: readonly CountVersion[];
}

/**
 * Decides, once and for ever, what the public sees of versions that are being published. What was shown stays shown, so
 * it is the newcomer that gives way: it is withheld when it is small, or when together with anything ever shown it would
 * reveal a small count. The broader and larger counts are shown first.
 */
export function disclose({ threshold, gazetteer, past, fresh }: ToDisclose): ReadonlyMap<string, Disclosure> {
  const decisions = new Map<string, Disclosure>();
  for (const series of new Set(fresh.map((version) => version.series))) {
    const isOfSeries = (version: CountVersion) => version.series === series;
    const own = { threshold, gazetteer, past: past.filter(isOfSeries), fresh: fresh.filter(isOfSeries) };
    for (const [id, decision] of discloseSeries(own)) decisions.set(id, decision);
  }
  return decisions;
}

function discloseSeries({ threshold, gazetteer, past, fresh }: ToDisclose): ReadonlyMap<string, Disclosure> {
  const { above } = gazetteer;
  const listed = [...new Set([...past, ...fresh].map(({ placeSlug }) => placeSlug))];
  const rule = { threshold, above, readers: readersOf(listed, gazetteer) };
  const pastOf = bySlug(past);
  let decided: readonly DecidedVersion[] = [
    ...past,
    ...fresh.map((version) => {
      const own = pastOf.get(version.slug) ?? [];
      const isKept = (part: Part) =>
        isHeld(version, part) && (version.isAlreadyPublic || isAsShownBefore(own, version, part));
      const totals = isKept('totals');
      const breakdown = totals && isKept('breakdown');
      return { ...version, totals, breakdown };
    }),
  ];
  let shownNow = shownByNow(decided);
  const show = (some: readonly CountVersion[], part: Part): void => {
    if (some.length === 0) return;
    if (!isTooMuch(shownNow, some, part) && isSafe(decided, some, part, rule)) {
      const ids = new Set(some.map(({ id }) => id));
      decided = decided.map((version) => (ids.has(version.id) ? { ...version, [part]: true } : version));
      shownNow = shownByNow(decided);
    } else if (some.length > 1) {
      const middle = Math.ceil(some.length / 2);
      show(some.slice(0, middle), part);
      show(some.slice(middle), part);
    }
  };
  const isShownFrom = new Map(decided.map((version) => [version.id, version]));
  const isOpen = (version: CountVersion, part: Part) =>
    version.isDated && !version.isWithdrawn && isShownFrom.get(version.id)?.[part] !== true;
  const othersSaid = decided
    .filter(({ isAlreadyPublic, isDated }) => isAlreadyPublic && isDated)
    .flatMap(({ cells }) => [...cells.totals, ...cells.breakdown]);
  const isApart = (version: CountVersion, part: Part) => isSafeBeside(othersSaid, version, part, rule);
  const hasSmall = (version: CountVersion, part: Part) =>
    version.cells[part].some(({ value }) => isSmall(value, threshold));

  const inOrder = [...fresh].sort((one, other) => comesFirst(one, other, above));
  const mayShow = (version: CountVersion, part: Part) =>
    isOpen(version, part) && isHeld(version, part) && !hasSmall(version, part) && isApart(version, part);
  show(
    inOrder.filter((version) => mayShow(version, 'totals')),
    'totals',
  );
  const isTotalShown = new Set(decided.filter(({ totals }) => totals).map(({ id }) => id));
  show(
    inOrder.filter((version) => isTotalShown.has(version.id) && mayShow(version, 'breakdown')),
    'breakdown',
  );

  const because = (version: DecidedVersion, part: Part): Disclosure['totalsBecause'] => {
    if (!version[part] && !(isHeld(version, 'totals') && isHeld(version, part))) return 'not_held';
    if (version.isAlreadyPublic) return 'already_public';
    if (version[part]) return 'shown';
    if (!version.isDated) return 'without_date';
    return hasSmall(version, part) || hasSmall(version, 'totals') ? 'small' : 'would_reveal';
  };
  const freshIds = new Set(fresh.map(({ id }) => id));
  return new Map(
    decided
      .filter(({ id }) => freshIds.has(id))
      .map((version) => [
        version.id,
        {
          totals: version.totals,
          breakdown: version.breakdown,
          totalsBecause: because(version, 'totals'),
          breakdownBecause: because(version, 'breakdown'),
        },
      ]),
  );
}

function bySlug(versions: readonly DecidedVersion[]): ReadonlyMap<string, readonly DecidedVersion[]> {
  const grouped = new Map<string, DecidedVersion[]>();
  for (const version of versions) {
    const own = grouped.get(version.slug);
    if (own) own.push(version);
    else grouped.set(version.slug, [version]);
  }
  return grouped;
}

/** The wider place first, then the larger number: what is withheld for another's sake is then the least of them. */
function comesFirst(one: CountVersion, other: CountVersion, above: PlacesAbove): number {
  const size = ({ cells }: CountVersion) => Math.max(...cells.totals.map(({ value }) => value), 0);
  return (
    above(one.placeSlug).length - above(other.placeSlug).length ||
    size(other) - size(one) ||
    (one.slug < other.slug ? -1 : 1)
  );
}

/** What is not held here cannot be shown, whatever it was. */
const isHeld = ({ lost }: CountVersion, part: Part): boolean => lost[part].length === 0;

/** What the public has seen of this record word for word reveals nothing when it is said again. */
function isAsShownBefore(past: readonly DecidedVersion[], version: CountVersion, part: Part): boolean {
  const own = cellKeys(version, part);
  return past.some((before) => before[part] && cellKeys(before, part) === own);
}

const cellKeys = ({ cells }: CountVersion, part: Part): string =>
  cells[part]
    .map(({ measure, box, value }) => `${measure} ${keyOfBox(box)} ${value}`)
    .sort()
    .join('\n');

/** A table of more sums than this is not worked through while someone waits: what is new in it is withheld. */
const mostSums = 1500;

/** What is shown as of now, counted: the cells of each measure, and the version that speaks for a record in each part. */
interface ShownNow {
  readonly cells: Readonly<Record<Measure, number>>;
  readonly last: ReadonlyMap<string, DecidedVersion>;
}

function shownByNow(decided: readonly DecidedVersion[]): ShownNow {
  const last = new Map<string, DecidedVersion>();
  for (const version of decided) {
    for (const part of parts) {
      const before = last.get(`${part} ${version.slug}`);
      if (version[part] && (!before || version.publication >= before.publication))
        last.set(`${part} ${version.slug}`, version);
    }
  }
  const cells = { persons: 0, families: 0 };
  for (const [key, version] of last) {
    if (!version.isDated) continue;
    const part = key.startsWith('totals') ? 'totals' : 'breakdown';
    for (const { measure } of version.cells[part]) cells[measure] += 1;
  }
  return { cells, last };
}

/**
 * Whether a table as of now would have more sums than are worked through: then `isSafe` would refuse too, after long work. A
 * file of a hundred thousand counts is mostly refused here.
 */
function isTooMuch({ cells, last }: ShownNow, some: readonly CountVersion[], part: Part): boolean {
  const more = { persons: 0, families: 0 };
  const gone = { persons: 0, families: 0 };
  for (const version of some) {
    for (const { measure } of version.cells[part]) more[measure] += 1;
    const before = last.get(`${part} ${version.slug}`);
    if (!before) continue;
    // Only what comes last speaks for its record now.
    if (before.publication > version.publication) return false;
    if (before.isDated) for (const { measure } of before.cells[part]) gone[measure] += 1;
  }
  return measures.some((measure) => more[measure] > 0 && cells[measure] + more[measure] - gone[measure] > mostSums);
}

function isSafe(
  decided: readonly DecidedVersion[],
  some: readonly CountVersion[],
  part: Part,
  rule: Pick<Audit, 'threshold' | 'above' | 'readers'>,
): boolean {
  const { threshold } = rule;
  if (some.some((version) => isSmallCorrection(decided, version, part, threshold))) return false;
  const ids = new Set(some.map(({ id }) => id));
  const after = decided.map((version) => (ids.has(version.id) ? { ...version, [part]: true } : version));
  return pastsOf(after).every((past) => {
    const shown = shownIn(after, past);
    return measures.every((measure) => {
      const own = shown.filter((cell) => cell.measure === measure);
      const isNew = (cell: (typeof own)[number]) => cell.part === part && ids.has(cell.versionId);
      const more = own.filter(isNew);
      if (more.length === 0) return true;
      if (own.length > mostSums) return false;
      const known = own.filter((cell) => !isNew(cell));
      const small = smallBoxes(after, own, measure, threshold);
      // Statements of others often contradict each other and us: what is ours also has to hold by itself.
      const ours = known.filter(({ isAlreadyPublic }) => !isAlreadyPublic);
      const knowledge = ours.length < known.length ? [known, ours] : [known];
      return knowledge.every((each) => canShow({ known: each, more, small, ...rule }));
    });
  });
}

/** Beside each single statement of others, whatever the rest of them say. */
function isSafeBeside(
  said: readonly Cell[],
  version: CountVersion,
  part: Part,
  rule: Pick<Audit, 'threshold' | 'above' | 'readers'>,
): boolean {
  return version.cells[part].every((cell) =>
    said.every(
      (known) =>
        known.measure !== cell.measure ||
        Math.abs(known.value - cell.value) >= rule.threshold ||
        canShow({ ...rule, readers: [null], known: [known], more: [cell], small: [] }),
    ),
  );
}

/** Two versions of one record that differ by a small count tell that count. */
function isSmallCorrection(
  decided: readonly DecidedVersion[],
  version: CountVersion,
  part: Part,
  threshold: number,
): boolean {
  return decided.some(
    (before) =>
      before.slug === version.slug &&
      before[part] &&
      before.cells[part].some((was) =>
        version.cells[part].some(
          (is) =>
            was.measure === is.measure &&
            isSameKind(was.box, is.box) &&
            isSmall(Math.abs(is.value - was.value), threshold),
        ),
      ),
  );
}

const isSameKind = (one: Box, other: Box) =>
  one.sex === other.sex && one.ageFrom === other.ageFrom && one.ageTo === other.ageTo;

/**
 * The small counts that are withheld, but those of a record that is shown by now with another number. One that is not held
 * here may be small, so it is watched as one.
 */
function smallBoxes(
  versions: readonly DecidedVersion[],
  shown: readonly CountedBox[],
  measure: (typeof measures)[number],
  threshold: number,
): readonly WatchedBox[] {
  const known = new Set(shown.map(({ box }) => keyOfBox(box)));
  const small = new Map<string, WatchedBox>();
  for (const version of versions) {
    for (const part of ['totals', 'breakdown'] as const) {
      if (version[part] || !version.isDated) continue;
      for (const cell of version.cells[part]) {
        const key = keyOfBox(cell.box);
        if (cell.measure === measure && isSmall(cell.value, threshold) && !known.has(key)) small.set(key, cell);
      }
      for (const { measure: lostMeasure, box } of version.lost[part]) {
        const key = keyOfBox(box);
        if (lostMeasure === measure && !known.has(key)) small.set(key, { box, value: null });
      }
    }
  }
  return [...small.values()];
}
