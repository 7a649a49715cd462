'use client';

import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartTooltip } from './chart-tooltip';
import type { DrawnColumns } from './columns-drawn';
import { ColumnsGrid, paint } from './columns-picture';
import { plot } from './lines-drawn';

/** The same picture, drawn in the browser: groups answer to pointer and arrow keys. */
export function ColumnsLive({ drawn }: { readonly drawn: DrawnColumns }) {
  const rows = drawn.groups.map((group) => ({
    id: group.id,
    ...Object.fromEntries(drawn.kinds.map((kind, index) => [kind.id, group.bars[index]?.value ?? null])),
  }));
  return (
    <BarChart
      data={rows}
      responsive
      style={{ width: '100%', height: drawn.height }}
      margin={{ top: plot.top, bottom: plot.bottom, left: 0, right: 0 }}
      barCategoryGap="13%"
      barGap={1}
      accessibilityLayer
      title={drawn.label}
    >
      <XAxis hide dataKey="id" />
      <YAxis hide width={0} domain={[0, drawn.top]} allowDataOverflow />
      <ColumnsGrid drawn={drawn} />
      {drawn.kinds.map((kind) => (
        <Bar key={kind.id} dataKey={kind.id} isAnimationActive={false} {...paint(kind.color, kind.look)} />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--surface-strong)', fillOpacity: 0.55 }}
        content={({ active, label }) => <ChartTooltip entries={active ? entriesOf(drawn, String(label)) : []} />}
      />
    </BarChart>
  );
}

function entriesOf(drawn: DrawnColumns, id: string) {
  const group = drawn.groups.find((candidate) => candidate.id === id);
  return drawn.kinds.flatMap((kind, index) => {
    const bar = group?.bars[index];
    return group && bar
      ? [{ id: kind.id, when: group.title, label: kind.label, color: kind.color, text: bar.text, by: null }]
      : [];
  });
}
