import type { RecordKind } from '../record/kinds';

/** What a record calls itself, when it does; a report or a count has no name of its own. */
export function ownTitle(kind: RecordKind, content: unknown): string | null {
  const given = typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {}; // read as unknown below
  const [first] = kind === 'code' ? rowsIn(given.labels) : rowsIn(given.names);
  const known = [
    given.title,
    given.name,
    first?.name,
    first?.label,
    kind === 'context_fact' ? given.statement : null,
  ].find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof known === 'string' ? shortened(known.trim()) : null;
}

const rowsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
