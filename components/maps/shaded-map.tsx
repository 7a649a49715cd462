import { keepPast } from '@/domain/past';
import { readAt } from '@/components/layout/read-at';
import { type Shade, shadeOf } from '@/domain/map/shades';
import styles from './map.module.css';

export interface ShadedMapProps {
  readonly map: {
    readonly width: number;
    readonly height: number;
    readonly shapes: readonly {
      readonly slug: string;
      readonly path: string;
      readonly center: readonly [number, number];
      readonly width: number;
    }[];
    readonly around: string;
  };
  readonly rows: readonly {
    readonly slug: string;
    readonly name: string;
    readonly href: string;
    readonly count: number;
    /** The count as it is written. */
    readonly label: string;
  }[];
  readonly shades: readonly Shade[];
}

/**
 * Districts shaded by a count, with the count in each. The table beside it says the same and has the same links, so the
 * picture is left out for who listens or types.
 */
export function ShadedMap({ map, rows, shades }: ShadedMapProps) {
  const rowOf = new Map(rows.map((row) => [row.slug, row]));
  const shown = map.shapes.flatMap((shape) => {
    const row = rowOf.get(shape.slug);
    return row ? [{ ...shape, row, shade: shadeOf(row.count, shades) }] : [];
  });
  return (
    <svg className={styles.map} viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
      <path className={styles.around} d={map.around} />
      {shown.map(({ slug, path, row, shade }) => (
        <a key={slug} href={keepPast(row.href, readAt())} tabIndex={-1}>
          <title>{`${row.name}: ${row.label}`}</title>
          <path className={`${styles.area} ${styles[`shade${shade}`]}`} d={path} />
        </a>
      ))}
      {/* Above all shapes, or a neighbour drawn later would cut a word off. */}
      {shown.map(({ slug, row, shade, center: [x, y], width }) => {
        const hasRoom = row.name.length * letterWidth < width;
        return (
          <text key={slug} className={styles[`on${shade}`]} x={x} y={y}>
            <tspan className={styles.count}>{row.label}</tspan>
            {hasRoom && (
              <tspan className={styles.name} x={x} dy={17}>
                {row.name}
              </tspan>
            )}
          </text>
        );
      })}
    </svg>
  );
}

/** Of a name in the picture, more or less; a name that has no room in its shape is in the table alone. */
const letterWidth = 6.2;
