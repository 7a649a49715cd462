'use client'; // watches for the chart to come near, and only then asks for the code that draws it

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DrawnColumns } from './columns-drawn';
import type { DrawnLines } from './lines-drawn';
import type { DrawnStack } from './stack-drawn';
import styles from './picture.module.css';

export type Drawn =
  | { readonly kind: 'lines'; readonly drawn: DrawnLines }
  | { readonly kind: 'columns'; readonly drawn: DrawnColumns }
  | { readonly kind: 'stack'; readonly drawn: DrawnStack };

export type LiveChartProps = Drawn & {
  /** The picture as the server drew it. It stays until the other is ready, and for ever without JavaScript. */
  readonly children: ReactNode;
};

/** The server's picture, replaced in the same box by one that answers to pointer and keyboard. */
export function LiveChart(props: LiveChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<ReactNode>(null);
  const { kind, drawn } = props;

  useEffect(() => {
    if (!box.current || isDataDear()) return;
    let isGone = false;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        void liveElement({ kind, drawn } as Drawn).then((element) => !isGone && setLive(element)); // the pair came in as one
      },
      { rootMargin: '300px' },
    );
    observer.observe(box.current);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, [kind, drawn]);

  return (
    <div ref={box} className={`${styles.box} ${props.kind === 'columns' ? styles[props.drawn.gutter] : ''}`}>
      {live ?? props.children}
    </div>
  );
}

/** On a line where every kilobyte counts, the server's picture and the table are enough. */
function isDataDear(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }; // not in every browser
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

async function liveElement(chart: Drawn): Promise<ReactNode> {
  switch (chart.kind) {
    case 'lines':
      return draw((await import('./lines-live')).LinesLive, chart.drawn);
    case 'columns':
      return draw((await import('./columns-live')).ColumnsLive, chart.drawn);
    case 'stack':
      return draw((await import('./stack-live')).StackLive, chart.drawn);
  }
}

function draw<D>(Live: ComponentType<{ readonly drawn: D }>, drawn: D): ReactNode {
  return <Live drawn={drawn} />;
}
