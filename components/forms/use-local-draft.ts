import { useEffect, useRef, useState } from 'react';
import type { TypedRecord } from './form-state';
import { forgetLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-drafts';

/** How long after the last key something typed is kept on this device. */
const keptAfterMs = 800;

/**
 * Keeps what is typed on this device until it is sent. `earlier` is what was kept before and differs from what the form
 * began with: the person decides whether to take it up again.
 */
export function useLocalDraft(key: string, typed: readonly TypedRecord[]) {
  const first = useRef(JSON.stringify(typed));
  const isSent = useRef(false);
  const [earlier, setEarlier] = useState<LocalDraft | null>(null);

  useEffect(() => {
    const kept = readLocalDraft(key);
    if (kept && JSON.stringify(kept.records) !== first.current) setEarlier(kept);
  }, [key]);

  useEffect(() => {
    if (JSON.stringify(typed) === first.current) return;
    const timer = setTimeout(() => {
      if (!isSent.current) keepLocalDraft(key, typed);
    }, keptAfterMs);
    return () => clearTimeout(timer);
  }, [key, typed]);

  return {
    earlier,
    setAside: () => setEarlier(null),
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
