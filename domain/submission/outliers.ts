import { type Content, type Row, rowsOf } from '../record/content';
import type { RecordDefinition } from '../record/define';
import { minorUnitDigits } from '../units';

/** How one figure would move: in its own unit, and as a share of what it was. */
export interface FigureMove {
  readonly difference: number;
  /** 0.5 is half as much again or half as much less. Null where the figure was zero. */
  readonly share: number | null;
}

/** From half of what it was, a move is shown first: most are slips of a digit or of a unit. */
export const outlierShare = 0.5;

export const isOutlier = ({ difference, share }: FigureMove): boolean =>
  difference !== 0 && (share === null || Math.abs(share) >= outlierShare);

/**
 * Numbers and amounts that were known and stay known, by field; of quantities by `quantities.<measure>`. Amounts in
 * whole units of their currency.
 */
export function figureMoves(
  definition: RecordDefinition,
  before: Content | null,
  after: Content,
): ReadonlyMap<string, FigureMove> {
  const moves = new Map<string, FigureMove>();
  const note = (name: string, was: number | null, is: number | null) => {
    if (was === null || is === null || was === is) return;
    const difference = Number((is - was).toFixed(4));
    moves.set(name, { difference, share: was === 0 ? null : difference / Math.abs(was) });
  };
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type === 'number') note(name, numberIn(before?.[name]), numberIn(after[name]));
    // Amounts of two currencies have no difference.
    if (field.type === 'money' && before?.currency === after.currency) {
      note(name, amountIn(before?.[name], after.currency), amountIn(after[name], after.currency));
    }
    if (field.type !== 'list' || !('measure' in field.fields)) continue;
    const [column] = Object.entries(field.fields).find(([, each]) => each.type === 'number') ?? [];
    if (!column) continue;
    for (const row of rowsIn(after, name)) {
      // A quantity done and a quantity planned of one measure are two figures.
      const same = rowsIn(before, name).find((each) => each.measure === row.measure && each.basis === row.basis);
      note(`${name}.${String(row.measure)}`, numberIn(same?.[column]), numberIn(row[column]));
    }
  }
  return moves;
}

/** The moves of a field: its own, or those of the quantities it lists. */
export const movesAt = (moves: ReadonlyMap<string, FigureMove>, name: string) =>
  [...moves].filter(([key]) => key === name || key.startsWith(`${name}.`));

/** The largest move of a record, to sort by: what went from nothing to something is beyond any share. */
export function largestMove(moves: ReadonlyMap<string, FigureMove>): number {
  return Math.max(0, ...[...moves.values()].map(({ share }) => (share === null ? Number.MAX_VALUE : Math.abs(share))));
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function amountIn(value: unknown, currency: unknown): number | null {
  if (typeof currency !== 'string' || typeof value !== 'string' || !/^\d+$/.test(value)) return null;
  return Number(value) / 10 ** minorUnitDigits(currency);
}

/** Of a draft a list may hold anything. */
const rowsIn = (content: Content | null, name: string): readonly Row[] =>
  content ? rowsOf(content, name).filter((row) => typeof row === 'object' && row !== null) : [];
