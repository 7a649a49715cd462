import { scaleLinear } from 'd3-scale';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { Qualifier } from '@/domain/vocabulary';
import type { FigureFormat } from '@/components/figures/figure-format';
import type { ChartColor } from './chart-frame';

export interface TimePoint {
  /** Stands at its last day. */
  readonly date: DateSpan | IsoDate;
  /** Null: a gap, never zero. */
  readonly value: number | null;
  readonly qualifier?: Qualifier | null;
  /** Who states it. Points of one series may have different sources. */
  readonly statedBy?: string | null;
}

export interface TimeSeries {
  readonly id: string;
  readonly label: string;
  /** The next of the series colours by default. */
  readonly color?: ChartColor;
  /** `step` for what stays until the next count; `points` for claims that no line should join. */
  readonly shape?: 'line' | 'step' | 'points';
  readonly isDashed?: boolean;
  readonly points: readonly TimePoint[];
}

export interface TargetLine {
  readonly label: string;
  readonly value: number;
  /** By when it was promised. */
  readonly by?: DateSpan | IsoDate;
}

export interface LinesInput {
  readonly unit: string;
  readonly series: readonly TimeSeries[];
  readonly targets?: readonly TargetLine[];
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  /** The end of the axis, where charts must compare: 100 for percent. */
  readonly top?: number;
}

/** All that a picture needs, with every text finished: what the server draws and the browser draws again. */
export interface DrawnLines {
  readonly height: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  readonly series: readonly DrawnSeries[];
  readonly targets: readonly { readonly label: string; readonly value: number; readonly at: number | null }[];
}

export interface DrawnSeries {
  readonly id: string;
  readonly label: string;
  readonly color: ChartColor;
  readonly shape: 'line' | 'step' | 'points';
  readonly isDashed: boolean;
  readonly points: readonly DrawnPoint[];
  /** Where the direct label stands, in pixels from the top; null when a key names the series. */
  readonly labelY: number | null;
}

export interface DrawnPoint {
  readonly at: number;
  readonly value: number | null;
  readonly dateText: string;
  readonly valueText: string;
  readonly by: string | null;
}

/** The plot's edges within the picture, in pixels. */
export const plot = { top: 22, bottom: 28 } as const;

export function drawLines(input: LinesInput, label: string, format: FigureFormat, height = 320): DrawnLines {
  const { series, targets = [], unit } = input;
  const dates = [
    ...series.flatMap(({ points }) => points.map(({ date }) => lastDay(date))),
    ...targets.flatMap(({ by }) => (by ? [lastDay(by)] : [])),
  ];
  const [start, end] = period(input, dates);
  const values = [
    0,
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
    ...targets.map(({ value }) => value),
  ];
  const scale = scaleLinear([0, input.top ?? Math.max(...values, 1)], [0, 1]);
  if (input.top === undefined) scale.nice(5);
  const top = scale.domain()[1] ?? 1;
  const isPercent = unit === '%';
  const text = (value: number) => (isPercent ? format.percent(value) : format.quantity(value, unit));

  const drawn = series.map((one, index) =>
    drawSeries(one, seriesColors[index % seriesColors.length] ?? 'series-1', format, text),
  );
  return {
    height,
    label,
    start,
    end,
    top,
    xTicks: timeTicks(start, end, format),
    yTicks: scale.ticks(5).map((value) => ({ value, label: isPercent ? format.percent(value) : format.tick(value) })),
    series: withLabels(drawn, top, height),
    targets: targets.map((target) => ({
      label: target.label,
      value: target.value,
      at: target.by ? lastDay(target.by) : null,
    })),
  };
}

const seriesColors: readonly ChartColor[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5'];

function drawSeries(
  series: TimeSeries,
  color: ChartColor,
  format: FigureFormat,
  text: (value: number) => string,
): DrawnSeries {
  const points = series.points.map(({ date, value, qualifier, statedBy }) => ({
    at: lastDay(date),
    value,
    dateText: format.date(date),
    valueText: format.stated(
      value === null ? { kind: 'unknown' } : { kind: 'text', text: qualified(text(value), qualifier, format) },
    ),
    by: statedBy ?? null,
  }));
  return {
    id: series.id,
    label: series.label,
    color: series.color ?? color,
    shape: series.shape ?? 'line',
    isDashed: series.isDashed ?? false,
    points: points.sort((one, other) => one.at - other.at),
    labelY: null,
  };
}

function qualified(text: string, qualifier: Qualifier | null | undefined, format: FigureFormat): string {
  return qualifier ? format.qualified(text, qualifier) : text;
}

/** Direct labels beside the last points, pushed apart; one series needs none, its chart is named after it. */
function withLabels(series: readonly DrawnSeries[], top: number, height: number): readonly DrawnSeries[] {
  if (series.length < 2) return series;
  const inner = height - plot.top - plot.bottom;
  const wanted = series
    .flatMap((one) => {
      const last = one.points.findLast(({ value }) => value !== null);
      return last ? [{ id: one.id, y: plot.top + inner * (1 - (last.value ?? 0) / top) - 6 }] : [];
    })
    .sort((one, other) => one.y - other.y);
  const placed = new Map<string, number>();
  let free = 12;
  for (const [index, { id, y }] of wanted.entries()) {
    // The lowest line has the room below it, where no other line runs.
    const isLowest = index === wanted.length - 1;
    const below = Math.min(y + 30, height - plot.bottom - 6);
    const at = Math.max(isLowest ? below : y, free);
    placed.set(id, at);
    free = at + 17;
  }
  return series.map((one) => ({ ...one, labelY: placed.get(one.id) ?? null }));
}

function period(input: LinesInput, dates: readonly number[]): [number, number] {
  const first = input.from ? Date.parse(input.from) : Math.min(...dates);
  const last = input.until ? Date.parse(input.until) : Math.max(...dates);
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [0, 1];
  // Air at both ends, so that the first and the last point are whole.
  const air = Math.max((last - first) * 0.03, 15 * 86_400_000);
  return [first - air, last + air];
}

function timeTicks(start: number, end: number, format: FigureFormat): DrawnLines['xTicks'] {
  const firstYear = new Date(start).getUTCFullYear();
  const lastYear = new Date(end).getUTCFullYear();
  const years = lastYear - firstYear + 1;
  const months = years > 3 ? [0] : years > 1 ? [0, 6] : [0, 3, 6, 9];
  const step = Math.ceil(years / 8);
  return Array.from({ length: years }, (_, index) => firstYear + index)
    .filter((_, index) => index % step === 0)
    .flatMap((year) =>
      months.map((month) => ({
        at: Date.UTC(year, month, 1),
        label: months.length === 1 ? String(year) : format.month(year, month + 1),
      })),
    )
    .filter(({ at }) => at >= start && at <= end);
}

const lastDay = (date: DateSpan | IsoDate) => Date.parse(typeof date === 'string' ? date : date.last);
