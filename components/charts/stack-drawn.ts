import type { ChartColor } from './chart-frame';

/** Rows of parts, with every text finished. */
export interface DrawnStack {
  readonly height: number;
  readonly label: string;
  readonly top: number;
  readonly parts: readonly { readonly id: string; readonly label: string; readonly color: ChartColor }[];
  readonly rows: readonly DrawnStackRow[];
}

export interface DrawnStackRow {
  readonly id: string;
  readonly label: string;
  readonly totalText: string;
  readonly values: readonly { readonly value: number; readonly text: string }[];
}

/** One row: its name, then its bar. In pixels. */
export const rowHeight = 58;
export const barHeight = 24;
