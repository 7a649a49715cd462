'use client'; // the reader moves the line between the two pictures

import { type CSSProperties, type ReactNode, useState, useSyncExternalStore } from 'react';
import styles from './evidence.module.css';
import { Photo } from './photo';

interface Side {
  readonly hash: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  /** "Before, March 2021". */
  readonly label: string;
}

export interface BeforeAfterProps {
  readonly before: Side;
  readonly after: Side;
  /** What the slider does, for who hears it. */
  readonly sliderLabel: string;
  /** Where the photos come from. */
  readonly children: ReactNode;
}

const sizes = '(min-width: 60rem) 44rem, 100vw';

/** Two photos of one thing: one over the other with a slider, which arrow keys move too; without JavaScript side by side. */
export function BeforeAfter({ before, after, sliderLabel, children }: BeforeAfterProps) {
  const isAlive = useIsAlive();
  const [share, setShare] = useState(50);
  return (
    <figure className={styles.figure}>
      {isAlive ? (
        <div
          className={styles.slider}
          // The properties are our own: React's types know only those of CSS.
          style={{ '--share': `${share}%`, '--width': before.width, '--height': before.height } as CSSProperties}
        >
          <Photo {...after} sizes={sizes} className={styles.layer} />
          <Photo {...before} sizes={sizes} className={`${styles.layer} ${styles.over}`} />
          <span className={styles.line} aria-hidden="true" />
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={sliderLabel}
            aria-valuetext={`${before.label}: ${share} %`}
            onChange={({ target }) => setShare(Number(target.value))}
            className={styles.range}
          />
        </div>
      ) : (
        <div className={styles.beside}>
          <Photo {...before} sizes={sizes} />
          <Photo {...after} sizes={sizes} />
        </div>
      )}
      <figcaption>
        <p className={styles.sides}>
          <span>
            <strong>{before.label}</strong>: {before.caption}
          </span>
          <span>
            <strong>{after.label}</strong>: {after.caption}
          </span>
        </p>
        {children}
      </figcaption>
    </figure>
  );
}

const never = () => () => {};

/** False in the HTML that the server sends, true once the browser runs the page. */
const useIsAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
