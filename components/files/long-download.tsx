'use client'; // shows how far a long download is, and lets it be cancelled

import { type MouseEvent, useEffect, useRef, useState } from 'react';
import styles from './long-download.module.css';

export interface LongDownloadProps {
  readonly href: string;
  readonly label: string;
  /** With `{done}` and `{all}` in millions of bytes. */
  readonly words: {
    readonly soFar: string;
    readonly of: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly done: string;
    readonly broken: string;
  };
}

type State =
  | { readonly kind: 'idle' | 'cancelled' | 'broken' }
  | { readonly kind: 'going on'; readonly bytes: number; readonly all: number | null }
  | { readonly kind: 'done'; readonly bytes: number };

/** Without JavaScript it is the link that it looks like. */
export function LongDownload({ href, label, words }: LongDownloadProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  function begin(event: MouseEvent) {
    // To a new tab, or kept aside by the browser: as any link.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (state.kind === 'going on') return;
    const controller = new AbortController();
    going.current = controller;
    setState({ kind: 'going on', bytes: 0, all: null });
    fetchWhole(href, controller.signal, (bytes, all) => setState({ kind: 'going on', bytes, all })).then(
      ({ file, name }) => {
        keep(file, name);
        setState({ kind: 'done', bytes: file.size });
      },
      () => setState({ kind: controller.signal.aborted ? 'cancelled' : 'broken' }),
    );
  }

  return (
    <div className={styles.download}>
      <a href={href} rel="nofollow" onClick={begin}>
        {label}
      </a>
      {state.kind === 'going on' && (
        <>
          {state.all === null ? (
            <progress aria-label={label} />
          ) : (
            <progress aria-label={label} value={state.bytes} max={state.all} />
          )}
          <button type="button" onClick={() => going.current?.abort()}>
            {words.cancel}
          </button>
        </>
      )}
      <p role="status">{said(state, words)}</p>
    </div>
  );
}

function said(state: State, words: LongDownloadProps['words']): string {
  if (state.kind === 'going on')
    return state.all === null
      ? words.soFar.replace('{done}', millions(state.bytes))
      : words.of.replace('{done}', millions(state.bytes)).replace('{all}', millions(state.all));
  if (state.kind === 'done') return words.done.replace('{done}', millions(state.bytes));
  return state.kind === 'idle' ? '' : words[state.kind];
}

const millions = (bytes: number) => (bytes / 1_000_000).toFixed(1);
/** A reader sees it move, and a screen is not drawn for every piece. */
const showEveryMs = 200;

/** The whole file, or an error: a part of it is never kept. */
async function fetchWhole(
  href: string,
  signal: AbortSignal,
  show: (bytes: number, all: number | null) => void,
): Promise<{ readonly file: Blob; readonly name: string }> {
  const answer = await fetch(href, { signal });
  if (!answer.ok || !answer.body) throw new Error(`The file was answered with ${answer.status}.`);
  const length = answer.headers.get('content-length');
  const all = length === null ? null : Number(length);
  const pieces: BlobPart[] = [];
  let bytes = 0;
  let shownAt = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
    if (performance.now() - shownAt < showEveryMs) continue;
    shownAt = performance.now();
    show(bytes, all);
  }
  if (all !== null && bytes !== all) throw new Error(`The file ended after ${bytes} of ${all} bytes.`);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { file: new Blob(pieces), name };
}

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
