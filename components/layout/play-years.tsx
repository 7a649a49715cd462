'use client'; // plays the years: each is the page as the server draws it, fetched in place

import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore, useTransition } from 'react';
import styles from './years.module.css';

export interface PlayYearsProps {
  readonly steps: readonly { readonly label: string; readonly href: string }[];
  /** The step that the page shows. */
  readonly at: number;
  readonly words: { readonly play: string; readonly pause: string; readonly next: string; readonly slider: string };
}

/** A moment to look at a year before the next one comes. */
const lookMs = 1_600;
/** A slider that is being dragged passes years that nobody asks for. */
const settleMs = 250;

/** Without JavaScript the links beside it do the same. Its place is kept free, so that nothing moves when it comes. */
export function PlayYears({ steps, at, words }: PlayYearsProps) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isStill = useSyncExternalStore(watchMotion, prefersStillness, () => false);
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const last = steps.length - 1;
  const shown = chosen ?? at;

  useEffect(() => {
    if (chosen === null) return;
    const href = steps[chosen]?.href;
    const timer = setTimeout(
      () => {
        setChosen(null);
        if (chosen === at || href === undefined) return;
        // The parts around the page say the day too, so the whole of it is fetched and not only what a router would.
        startLoading(() => {
          history.replaceState(null, '', href);
          router.refresh();
        });
      },
      isPlaying ? 0 : settleMs,
    );
    return () => clearTimeout(timer);
  }, [chosen, at, steps, isPlaying, router]);

  const isDone = at === last;
  const isRunning = isPlaying && !isDone;
  useEffect(() => {
    if (!isRunning || isLoading || chosen !== null) return;
    const timer = setTimeout(() => setChosen(at + 1), lookMs);
    return () => clearTimeout(timer);
  }, [isRunning, isLoading, chosen, at]);

  function press() {
    if (isStill) return setChosen(shown === last ? 0 : shown + 1);
    if (isDone) setChosen(0);
    setPlaying(!isRunning);
  }

  return (
    <div className={styles.player}>
      {isInBrowser && (
        <>
          <button type="button" onClick={press}>
            {isStill ? words.next : isRunning ? words.pause : words.play}
          </button>
          <input
            type="range"
            min={0}
            max={last}
            step={1}
            value={shown}
            aria-label={words.slider}
            aria-valuetext={steps[shown]?.label}
            onChange={(event) => {
              setPlaying(false);
              setChosen(Number(event.target.value));
            }}
          />
        </>
      )}
    </div>
  );
}

const never = () => () => {};
const stillness = '(prefers-reduced-motion: reduce)';
const prefersStillness = () => matchMedia(stillness).matches;

function watchMotion(onChange: () => void): () => void {
  const query = matchMedia(stillness);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
