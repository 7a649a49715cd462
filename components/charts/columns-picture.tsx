import { colorOf, type Look } from './chart-frame';
import type { DrawnColumns } from './columns-drawn';
import { plot } from './lines-drawn';
import styles from './picture.module.css';

/** Of a group's width, the part that is air. */
const air = 0.26;

/** Bars side by side, without JavaScript. Across in percent, up and down in pixels. */
export function ColumnsPicture({ drawn }: { readonly drawn: DrawnColumns }) {
  const band = 100 / Math.max(drawn.groups.length, 1);
  const width = (band * (1 - air)) / Math.max(drawn.kinds.length, 1);
  const base = drawn.height - plot.bottom;
  return (
    <svg className={styles.picture} height={drawn.height} role="img" aria-label={drawn.label}>
      <ColumnsGrid drawn={drawn} />
      {drawn.groups.map((group, index) =>
        group.bars.map((bar, order) => {
          const kind = drawn.kinds[order];
          if (!bar || !kind) return null;
          const y = down(drawn, bar.value);
          return (
            <rect
              key={`${group.id} ${kind.id}`}
              x={`${band * index + (band * air) / 2 + width * order}%`}
              y={y}
              width={`${width * 0.94}%`}
              height={Math.max(base - y, 0)}
              {...paint(kind.color, kind.look)}
            />
          );
        }),
      )}
    </svg>
  );
}

/** The same in both pictures. */
export function ColumnsGrid({ drawn }: { readonly drawn: DrawnColumns }) {
  const band = 100 / Math.max(drawn.groups.length, 1);
  return (
    <g aria-hidden="true">
      {drawn.yTicks.map(({ value, label }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.base : styles.grid}
            x1="0"
            x2="100%"
            y1={down(drawn, value)}
            y2={down(drawn, value)}
          />
          <text className={styles.soft} x={drawn.gutter === 'narrow' ? -28 : -52} y={down(drawn, value) + 4}>
            {label}
          </text>
        </g>
      ))}
      {drawn.groups.map(
        (group, index) =>
          group.tick !== null && (
            <text
              key={group.id}
              className={styles.soft}
              x={`${band * (index + 0.5)}%`}
              y={drawn.height - 8}
              textAnchor="middle"
            >
              {group.tick}
            </text>
          ),
      )}
    </g>
  );
}

export function paint(color: Parameters<typeof colorOf>[0], look: Look) {
  if (look === 'solid') return { fill: colorOf(color) };
  return {
    fill: 'var(--paper)',
    stroke: colorOf(color),
    strokeWidth: 1.5,
    strokeDasharray: look === 'dashed' ? '4 3' : undefined,
  };
}

function down(drawn: DrawnColumns, value: number): number {
  return plot.top + (drawn.height - plot.top - plot.bottom) * (1 - value / drawn.top);
}
