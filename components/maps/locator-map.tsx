import type { ShadedMapProps } from './shaded-map';
import styles from './map.module.css';

export interface LocatorMapProps {
  readonly map: ShadedMapProps['map'];
  /** The shapes that the place is or lies in. */
  readonly marked: readonly string[];
  readonly point: {
    readonly at: readonly [number, number];
    /** In units of the picture: the place lies somewhere within. */
    readonly radius: number;
  } | null;
  /** Where it is, in words. */
  readonly label: string;
  readonly note: string;
}

/** Where a place lies among the districts: its own filled, its point with a ring as wide as the point is unsure. */
export function LocatorMap({ map, marked, point, label, note }: LocatorMapProps) {
  return (
    <figure className={styles.locator}>
      <svg className={styles.map} viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={label}>
        <path className={styles.around} d={map.around} />
        {map.shapes.map(({ slug, path }) => (
          <path
            key={slug}
            className={`${styles.area} ${marked.includes(slug) ? styles.marked : styles.shade0}`}
            d={path}
          />
        ))}
        {point && (
          <>
            <circle className={styles.unsure} cx={point.at[0]} cy={point.at[1]} r={Math.max(point.radius, leastRing)} />
            <circle className={styles.point} cx={point.at[0]} cy={point.at[1]} r={3.5} />
          </>
        )}
      </svg>
      <figcaption>{note}</figcaption>
    </figure>
  );
}

/** Smaller, the ring would hide behind the point. */
const leastRing = 7;
