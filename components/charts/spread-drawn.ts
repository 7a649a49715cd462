import { scaleLinear } from 'd3-scale';

export interface SpreadRow {
  readonly id: string;
  readonly label: string;
  /** The middle, in words. */
  readonly text: string;
  /** Null: known of nobody, so that nothing is drawn. */
  readonly days: { readonly low: number; readonly middle: number; readonly high: number } | null;
}

/** Bars from the lower to the upper quartile with a mark at the median; positions in percent of the width. */
export interface DrawnSpread {
  readonly height: number;
  readonly label: string;
  readonly zeroAt: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly bar: { readonly from: number; readonly width: number; readonly middle: number } | null;
  }[];
}

/** One row: its name, then its bar. In pixels. */
export const spreadRowHeight = 46;
export const spreadFoot = 22;

/** The axis always holds 0, the promise. */
export function drawSpread(rows: readonly SpreadRow[], label: string, tickText: (days: number) => string): DrawnSpread {
  const values = rows.flatMap(({ days }) => (days ? [days.low, days.high] : []));
  const scale = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [0, 100]).nice(4);
  return {
    height: rows.length * spreadRowHeight + spreadFoot,
    label,
    zeroAt: scale(0),
    ticks: scale.ticks(4).map((days) => ({ at: scale(days), label: tickText(days) })),
    rows: rows.map(({ id, label: name, text, days }) => ({
      id,
      label: name,
      text,
      bar: days && { from: scale(days.low), width: scale(days.high) - scale(days.low), middle: scale(days.middle) },
    })),
  };
}
