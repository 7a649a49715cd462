'use client';

import { Bar, BarChart, DefaultZIndexes, Tooltip, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { colorOf } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import { barHeight, type DrawnStack } from './stack-drawn';
import { StackLabels } from './stack-picture';

/** The same picture, drawn in the browser: rows answer to pointer and arrow keys. */
export function StackLive({ drawn }: { readonly drawn: DrawnStack }) {
  const rows = drawn.rows.map((row) => ({
    id: row.id,
    ...Object.fromEntries(drawn.parts.map((part, index) => [part.id, row.values[index]?.value ?? 0])),
  }));
  return (
    <BarChart
      data={rows}
      layout="vertical"
      responsive
      style={{ width: '100%', height: drawn.height }}
      margin={{ top: 0, bottom: 0, left: 0, right: 0 }}
      accessibilityLayer
      title={drawn.label}
    >
      <XAxis hide type="number" domain={[0, drawn.top]} />
      <YAxis hide width={0} type="category" dataKey="id" />
      {drawn.parts.map((part) => (
        <Bar
          key={part.id}
          dataKey={part.id}
          stackId="whole"
          barSize={barHeight}
          fill={colorOf(part.color)}
          stroke="var(--paper)"
          strokeWidth={1}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <StackLabels drawn={drawn} />
      </ZIndexLayer>
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--surface-strong)', fillOpacity: 0.4 }}
        content={({ active, label }) => <ChartTooltip entries={active ? entriesOf(drawn, String(label)) : []} />}
      />
    </BarChart>
  );
}

function entriesOf(drawn: DrawnStack, id: string) {
  const row = drawn.rows.find((candidate) => candidate.id === id);
  return drawn.parts.flatMap((part, index) => {
    const piece = row?.values[index];
    return row && piece && piece.value > 0
      ? [
          {
            id: part.id,
            when: `${row.label}, ${row.totalText}`,
            label: part.label,
            color: part.color,
            text: piece.text,
            by: null,
          },
        ]
      : [];
  });
}
