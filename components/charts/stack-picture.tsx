import { colorOf, colorOn } from './chart-frame';
import { barHeight, type DrawnStack, rowHeight } from './stack-drawn';
import styles from './picture.module.css';

/** Bars from left to right, without JavaScript: each row's name above its bar, so that a phone has room for both. */
export function StackPicture({ drawn }: { readonly drawn: DrawnStack }) {
  return (
    <svg className={styles.picture} height={drawn.height} role="img" aria-label={drawn.label}>
      {drawn.rows.map((row, index) =>
        pieces(drawn, index).map((piece) => (
          <rect
            key={`${row.id} ${piece.id}`}
            x={`${piece.from}%`}
            y={rowHeight * index + (rowHeight - barHeight) / 2}
            width={`${piece.width}%`}
            height={barHeight}
            fill={colorOf(piece.color)}
            stroke="var(--paper)"
            strokeWidth="1"
          />
        )),
      )}
      <StackLabels drawn={drawn} />
    </svg>
  );
}

/** Names and numbers, the same in both pictures. */
export function StackLabels({ drawn }: { readonly drawn: DrawnStack }) {
  return (
    <g aria-hidden="true" pointerEvents="none">
      {drawn.rows.map((row, index) => (
        <g key={row.id}>
          <text className={styles.strong} fill="var(--ink)" x="0" y={rowHeight * index + 11}>
            {row.label}
          </text>
          <text className={styles.soft} x="100%" y={rowHeight * index + 11} textAnchor="end">
            {row.totalText}
          </text>
          {pieces(drawn, index)
            .filter(({ width, text }) => width > 2.4 + 2.2 * text.length)
            .map((piece) => (
              <text
                key={piece.id}
                x={`${piece.from + piece.width / 2}%`}
                y={rowHeight * index + rowHeight / 2 + 4.5}
                textAnchor="middle"
                fill={colorOn(piece.color)}
              >
                {piece.text}
              </text>
            ))}
        </g>
      ))}
    </g>
  );
}

function pieces(drawn: DrawnStack, index: number) {
  let from = 0;
  return (drawn.rows[index]?.values ?? []).flatMap(({ value, text }, order) => {
    const part = drawn.parts[order];
    if (!part || value === 0) return [];
    const piece = { id: part.id, color: part.color, text, from, width: (100 * value) / drawn.top };
    from += piece.width;
    return [piece];
  });
}
