import { scaleLinear } from 'd3-scale';
import type { FigureFormat } from '@/components/figures/figure-format';
import type { ChartColor, Look } from './chart-frame';

export interface ColumnKind {
  readonly id: string;
  readonly label: string;
  readonly color: ChartColor;
  readonly look?: Look;
}

export interface ColumnGroup {
  readonly id: string;
  /** "Q3 2023". */
  readonly title: string;
  /** Under the axis; null leaves the tick without a label. The title by default. */
  readonly tick?: string | null;
  /** By kind id. A missing one is unknown: no bar, not a bar of zero. */
  readonly values: Readonly<Record<string, { readonly value: number; readonly text: string } | null | undefined>>;
}

export interface DrawnColumns {
  readonly height: number;
  readonly label: string;
  readonly top: number;
  /** How much room the numbers of the axis need. */
  readonly gutter: 'narrow' | 'wide';
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  readonly kinds: readonly {
    readonly id: string;
    readonly label: string;
    readonly color: ChartColor;
    readonly look: Look;
  }[];
  readonly groups: readonly DrawnGroup[];
}

export interface DrawnGroup {
  readonly id: string;
  readonly title: string;
  readonly tick: string | null;
  readonly bars: readonly ({ readonly value: number; readonly text: string } | null)[];
}

export function drawColumns(
  {
    kinds,
    groups,
    label,
    height = 300,
  }: { kinds: readonly ColumnKind[]; groups: readonly ColumnGroup[]; label: string; height?: number },
  format: FigureFormat,
): DrawnColumns {
  const values = groups.flatMap((group) => kinds.map(({ id }) => group.values[id]?.value ?? 0));
  const scale = scaleLinear([0, Math.max(...values, 1)], [0, 1]).nice(4);
  // Counts have no half: a tick between whole numbers would promise one.
  const yTicks = scale
    .ticks(4)
    .filter((value) => Number.isInteger(value) || values.some((one) => !Number.isInteger(one)))
    .map((value) => ({ value, label: format.tick(value) }));
  return {
    height,
    label,
    top: scale.domain()[1] ?? 1,
    gutter: yTicks.some((tick) => tick.label.length > 3) ? 'wide' : 'narrow',
    yTicks,
    kinds: kinds.map(({ id, label: name, color, look = 'solid' }) => ({ id, label: name, color, look })),
    groups: groups.map(({ id, title, tick, values: byKind }) => ({
      id,
      title,
      tick: tick === undefined ? title : tick,
      bars: kinds.map((kind) => byKind[kind.id] ?? null),
    })),
  };
}
