import { type DrawnSpread, spreadFoot, spreadRowHeight } from './spread-drawn';
import styles from './picture.module.css';

/** The middle half of each row as a bar, its median as a mark, against the day of the promise. Drawn by the server alone. */
export function SpreadPicture({ drawn }: { readonly drawn: DrawnSpread }) {
  const bottom = drawn.height - spreadFoot;
  return (
    <div className={styles.box}>
      <svg className={styles.picture} height={drawn.height} role="img" aria-label={drawn.label}>
        <g aria-hidden="true">
          {drawn.ticks.map(({ at, label }) => (
            <g key={label}>
              <line className={styles.grid} x1={`${at}%`} x2={`${at}%`} y1="0" y2={bottom} />
              <text
                className={styles.soft}
                x={`${at}%`}
                y={drawn.height - 5}
                textAnchor={at < 5 ? 'start' : at > 95 ? 'end' : 'middle'}
              >
                {label}
              </text>
            </g>
          ))}
          <line className={styles.target} x1={`${drawn.zeroAt}%`} x2={`${drawn.zeroAt}%`} y1="0" y2={bottom} />
          {drawn.rows.map(({ id, label, text, bar }, index) => (
            <g key={id}>
              <text
                className={`${styles.strong} ${styles.halo}`}
                fill="var(--ink)"
                x="6"
                y={spreadRowHeight * index + 13}
              >
                {label}
              </text>
              <text
                className={`${styles.soft} ${styles.halo}`}
                x="100%"
                y={spreadRowHeight * index + 13}
                textAnchor="end"
              >
                {text}
              </text>
              {bar && (
                <>
                  <rect
                    x={`${bar.from}%`}
                    y={spreadRowHeight * index + 20}
                    width={`${bar.width}%`}
                    height="14"
                    fill="var(--series-1)"
                    opacity="0.45"
                  />
                  <rect x={`${bar.middle}%`} y={spreadRowHeight * index + 17} width="3" height="20" fill="var(--ink)" />
                </>
              )}
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
