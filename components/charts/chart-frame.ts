import type { ReactNode } from 'react';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { FigureSource } from '@/components/figures/stated-value';

/** What every chart has around its picture. */
export interface ChartFrame {
  /** The finding, as a sentence: "Returns are at a fifth of the target". Built from the figures, never from hope. */
  readonly headline: string;
  /** The measure and its unit: "Families returned, running total". */
  readonly subtitle: string;
  readonly id?: string;
  readonly notes?: ReactNode;
  readonly sources?: readonly FigureSource[];
  readonly referenceDate?: DateSpan | IsoDate | null;
  /** The file with the same numbers. */
  readonly csvHref?: string;
  /** Of the headline: 3 under a section, 2 where the chart is its own section. */
  readonly level?: 2 | 3;
}

export const chartColors = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'housing',
  'infrastructure',
  'cultural',
  'proposed',
  'planned',
  'underway',
  'completed',
  'in-use',
  'cancelled',
  'plan',
  'accent',
  'ink',
] as const;

/** A colour by its name in `app/tokens.css`, so that pictures follow scheme and print. */
export type ChartColor = (typeof chartColors)[number];

export const colorOf = (color: ChartColor) => `var(--${color})`;

/** Text on a filled area of this colour. */
export const colorOn = (color: ChartColor) => `var(--on-${color}, var(--paper))`;

/** How a mark is filled, so that promise and outcome differ without colour: `outline` for what is only promised. */
export type Look = 'solid' | 'outline' | 'dashed';

/** Letters need more contrast than areas do; colours that have too little for them give way to ink. */
export const textColorOf = (color: ChartColor) =>
  /^(series|plan$|accent)/.test(color) ? colorOf(color) : 'var(--ink)';
