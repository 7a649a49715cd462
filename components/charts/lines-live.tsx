'use client';

import { ComposedChart, DefaultZIndexes, Line, Scatter, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { colorOf } from './chart-frame';
import { ChartTooltip, type TooltipEntry } from './chart-tooltip';
import { type DrawnLines, type DrawnPoint, type DrawnSeries, plot } from './lines-drawn';
import { dotSize, LinesGrid, LinesLabels, shownPoints } from './lines-picture';

/** The same picture, drawn in the browser: points answer to pointer and arrow keys. */
export function LinesLive({ drawn }: { readonly drawn: DrawnLines }) {
  const pieces = drawn.series.flatMap(piecesOf);
  const moments = [...new Set(drawn.series.flatMap(({ points }) => points.map(({ at }) => at)))].sort(
    (one, other) => one - other,
  );
  const rows = moments.map((at) => ({
    at,
    ...Object.fromEntries(
      pieces.flatMap(({ id, points }) => {
        const point = points.find((candidate) => candidate.at === at);
        return point ? [[id, point.value]] : [];
      }),
    ),
  }));
  return (
    <ComposedChart
      data={rows}
      responsive
      style={{ width: '100%', height: drawn.height }}
      margin={{ top: plot.top, bottom: plot.bottom, left: 0, right: 0 }}
      accessibilityLayer
      title={drawn.label}
    >
      <XAxis hide dataKey="at" type="number" scale="linear" domain={[drawn.start, drawn.end]} allowDataOverflow />
      <YAxis hide width={0} domain={[0, drawn.top]} allowDataOverflow />
      <LinesGrid drawn={drawn} />
      {pieces.map(({ id, series }) =>
        series.shape === 'points' ? (
          <Scatter key={id} dataKey={id} fill={colorOf(series.color)} isAnimationActive={false} />
        ) : (
          <Line
            key={id}
            dataKey={id}
            type={series.shape === 'step' ? 'stepAfter' : 'linear'}
            stroke={colorOf(series.color)}
            strokeWidth={2.5}
            strokeDasharray={series.isDashed ? '6 4' : undefined}
            dot={
              shownPoints(series).length > 1 || series.points.length === 1
                ? { r: dotSize(series), fill: colorOf(series.color), stroke: 'none', strokeDasharray: 'none' }
                : false
            }
            activeDot={{ r: 6, stroke: 'var(--paper)', strokeWidth: 2 }}
            connectNulls
            isAnimationActive={false}
          />
        ),
      )}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <LinesLabels drawn={drawn} />
      </ZIndexLayer>
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--chart-axis)', strokeWidth: 1 }}
        content={({ active, label }) => <ChartTooltip entries={active ? entriesAt(drawn, Number(label)) : []} />}
      />
    </ComposedChart>
  );
}

interface Piece {
  readonly id: string;
  readonly series: DrawnSeries;
  readonly points: readonly DrawnPoint[];
}

/**
 * A row of the data has no value where another series has its date, and none where this one is unknown. Only the second
 * is a gap: so each stretch between gaps is a line of its own, and lines join over missing values.
 */
function piecesOf(series: DrawnSeries): readonly Piece[] {
  const pieces: { id: string; series: DrawnSeries; points: DrawnPoint[] }[] = [];
  let isOpen = false;
  for (const point of series.points) {
    if (point.value === null) {
      isOpen = false;
      continue;
    }
    if (!isOpen) pieces.push({ id: `${series.id} ${pieces.length}`, series, points: [] });
    pieces.at(-1)?.points.push(point);
    isOpen = true;
  }
  return pieces;
}

function entriesAt(drawn: DrawnLines, at: number): readonly TooltipEntry[] {
  return drawn.series.flatMap(({ id, label, color, points }) =>
    points
      .filter((point) => point.at === at)
      .map((point) => ({ id, when: point.dateText, label, color, text: point.valueText, by: point.by })),
  );
}
