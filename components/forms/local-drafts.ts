import type { TypedForm, TypedRecord } from './form-state';

/** What is typed and not sent is kept in this browser alone, and not for ever. */
const prefix = 'cornerstone.draft.';
const longestKeptMs = 14 * 24 * 3_600_000;

/** With the key of the form and its draft: if it did arrive before, it is taken up as the same submission. */
export interface LocalDraft extends Pick<TypedForm, 'submissionId' | 'rowVersion' | 'idempotencyKey' | 'removed'> {
  readonly savedAt: number;
  readonly records: readonly TypedRecord[];
}

export const localDraftKey = (actorId: string, form: string) => `${prefix}${actorId}.${form}`;

export function keepLocalDraft(key: string, typed: Omit<LocalDraft, 'savedAt'>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...typed, savedAt: Date.now() } satisfies LocalDraft));
  } catch {
    // A full or forbidden store: the form still works, it only cannot be taken up again after a crash.
  }
}

export function readLocalDraft(key: string): LocalDraft | null {
  try {
    const text = localStorage.getItem(key);
    const draft = text ? (JSON.parse(text) as LocalDraft) : null; // written by `keepLocalDraft`
    return draft && Array.isArray(draft.records) && Date.now() - draft.savedAt < longestKeptMs ? draft : null;
  } catch {
    return null;
  }
}

export function forgetLocalDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** At sign-out: nothing typed stays behind on a shared computer. */
export function forgetAllLocalDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
