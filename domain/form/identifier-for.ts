import { codeLists, codeSlug } from '../record/code-lists';
import { identifierFrom, isPublicIdentifier } from '../record/identifier';
import type { RecordKind } from '../record/kinds';

/** What an identifier is made of, the first that is known of each part. */
const parts: Readonly<Record<RecordKind, readonly (readonly string[])[]>> = {
  code: [],
  source: [['publisher'], ['title']],
  organisation: [['name']],
  place: [['name']],
  programme: [['title']],
  landmark: [['title']],
  project: [['title']],
  contract: [['projectSlug'], ['title']],
  milestone: [['projectSlug'], ['title']],
  condition: [['landmarkSlug'], ['condition'], ['observedOn']],
  context_fact: [['placeSlug', 'programmeSlug', 'projectSlug', 'landmarkSlug'], ['category'], ['referenceOn']],
  budget_line: [['programmeSlug', 'projectSlug', 'placeSlug'], ['kind'], ['period']],
  progress_report: [['projectSlug'], ['referenceOn']],
  resettlement: [['placeSlug'], ['populationGroup'], ['referenceOn']],
  target: [['programmeSlug', 'placeSlug'], ['measure', 'populationGroup'], ['dueOn']],
  readiness: [['placeSlug'], ['service']],
  disagreement: [['projectSlug', 'placeSlug', 'landmarkSlug'], ['title']],
};

/** Kinds whose identifier people read and quote: it is made from the name alone, and its author may write another. */
export const namedKinds: readonly RecordKind[] = ['organisation', 'place', 'programme', 'landmark', 'project'];

/**
 * The identifier of a new record, from what it says. `mark` (a few letters or digits) keeps two records apart that say
 * the same, such as two reports of one day; the same mark gives the same identifier again.
 */
export function identifierFor(kind: RecordKind, raw: Readonly<Record<string, unknown>>, mark: string): string {
  if (kind === 'code') return identifierOfCode(raw) ?? `code.${mark}`;
  const words = parts[kind].map((names) => textOf(kind, raw, names)).filter(Boolean);
  const made = identifierFrom(words.join(' '));
  if (!made) return `${kind.replaceAll('_', '-')}-${mark}`;
  return namedKinds.includes(kind) ? made : `${made}-${mark}`;
}

function textOf(kind: RecordKind, raw: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  const known = names.map((name) => raw[name]).find((value) => typeof value === 'string' && value !== '');
  if (typeof known === 'string') return known;
  return kind === 'place' ? nameIn(raw.names) : '';
}

/** Of names in several languages the one that is written in Latin letters. */
function nameIn(names: unknown): string {
  const written = Array.isArray(names) ? names.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])) : [];
  return written.find((name) => identifierFrom(name) !== '') ?? '';
}

function identifierOfCode({ list, code }: Readonly<Record<string, unknown>>): string | null {
  const known = codeLists.find((each) => each === list);
  const slug = known && typeof code === 'string' ? codeSlug(known, code.trim()) : '';
  return isPublicIdentifier(slug) ? slug : null;
}
