'use client'; // what the controls of one form share

import { createContext, useContext } from 'react';
import type { RecordKind } from '@/domain/record/kinds';

export interface FoundReference {
  readonly slug: string;
  readonly title: string;
  readonly hint: string | null;
}

export interface FormTools {
  /** Null when the server could not be reached. */
  readonly find: (kind: RecordKind, query: string, signal: AbortSignal) => Promise<readonly FoundReference[] | null>;
  readonly labelOf: (kind: RecordKind, slug: string) => string;
  /** Keeps the label of something chosen. */
  readonly learn: (kind: RecordKind, found: FoundReference) => void;
  /** Records that this form or its draft adds: nobody else can find them yet. */
  readonly ownMatches: (kind: RecordKind, typed: string) => readonly FoundReference[];
  readonly canAdd: (kind: RecordKind) => boolean;
  /** Adds a record to this form and gives its identifier. */
  readonly add: (kind: RecordKind, name: string) => string;
}

const FormToolsContext = createContext<FormTools | null>(null);

export const FormToolsProvider = FormToolsContext.Provider;

export function useFormTools(): FormTools {
  const tools = useContext(FormToolsContext);
  if (!tools) throw new Error('A control that refers to records stands outside a record form');
  return tools;
}

/** Asks the service; null when it cannot be reached. An answer that came too late is the caller's to ignore. */
export async function findReferences(
  address: string,
  kind: RecordKind,
  query: string,
  signal: AbortSignal,
): Promise<readonly FoundReference[] | null> {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ kind, q: query })}`, { signal, cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as readonly FoundReference[]) : null; // our own route's answer
  } catch {
    return signal.aborted ? [] : null;
  }
}
