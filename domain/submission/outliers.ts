import type { Content } from '../record/content';
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

/** Numbers and amounts that were known and stay known, by field. Amounts in whole units of their currency. */
export function figureMoves(
  definition: RecordDefinition,
  before: Content | null,
  after: Content,
): ReadonlyMap<string, FigureMove> {
  const moves = new Map<string, FigureMove>();
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type !== 'number' && field.type !== 'money') continue;
    // Amounts of two currencies have no difference.
    if (field.type === 'money' && before?.currency !== after.currency) continue;
    const [was, is] = [before?.[name], after[name]].map((value) =>
      amountOf(value, field.type === 'money' ? String(after.currency) : null),
    );
    if (was === null || was === undefined || is === null || is === undefined || was === is) continue;
    const difference = Number((is - was).toFixed(4));
    moves.set(name, { difference, share: was === 0 ? null : difference / Math.abs(was) });
  }
  return moves;
}

/** The largest move of a record, to sort by: what went from nothing to something is beyond any share. */
export function largestMove(moves: ReadonlyMap<string, FigureMove>): number {
  return Math.max(0, ...[...moves.values()].map(({ share }) => (share === null ? Number.MAX_VALUE : Math.abs(share))));
}

function amountOf(value: unknown, currency: string | null): number | null {
  if (typeof value === 'number') return value;
  if (currency === null || typeof value !== 'string' || !/^\d+$/.test(value)) return null;
  return Number(value) / 10 ** minorUnitDigits(currency);
}
