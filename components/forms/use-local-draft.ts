import { useEffect, useRef, useState } from 'react';
import { forgetLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-drafts';

/** How long after the last key something typed is kept on this device. */
const keptAfterMs = 800;

type Kept = Omit<LocalDraft, 'savedAt'>;

/**
 * Keeps what is typed on this device until it is sent. `earlier` is what was kept before and differs from what the form
 * began with: the person decides whether to take it up again.
 */
export function useLocalDraft(key: string, kept: Kept) {
  const typed = JSON.stringify(kept.records);
  const begun = useRef(typed);
  const latest = useRef(kept);
  const isSent = useRef(false);
  const [earlier, setEarlier] = useState<LocalDraft | null>(null);

  useEffect(() => {
    latest.current = kept;
  });

  useEffect(() => {
    const found = readLocalDraft(key);
    // Read once the page is alive: the server knows nothing of this device.
    if (found && JSON.stringify(found.records) !== begun.current) queueMicrotask(() => setEarlier(found));
  }, [key]);

  useEffect(() => {
    if (typed === begun.current) return;
    const timer = setTimeout(() => {
      if (!isSent.current) keepLocalDraft(key, latest.current);
    }, keptAfterMs);
    return () => clearTimeout(timer);
  }, [key, typed]);

  return {
    earlier,
    setAside: () => setEarlier(null),
    keepNow: (now: Kept) => keepLocalDraft(key, now),
    forget: () => {
      setEarlier(null);
      forgetLocalDraft(key);
    },
    /** It arrived: the page stays for a moment, and must not keep it anew. */
    finish: () => {
      isSent.current = true;
      forgetLocalDraft(key);
    },
  };
}
