import type { RecordKind } from '../record/kinds';

/** The public page on which a record is seen, below the language; null where it has none of its own. */
export function publicPath(kind: RecordKind, slug: string, content: unknown): string | null {
  const of = (field: string) => {
    const value =
      typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>)[field] : null; // read as unknown
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [project, place] = [kind === 'project' ? slug : of('projectSlug'), kind === 'place' ? slug : of('placeSlug')];
  switch (kind) {
    case 'landmark':
    case 'condition':
      return '/heritage';
    case 'resettlement':
      return '/returns';
    case 'code':
    case 'source':
    case 'organisation':
      return '/data';
    case 'programme':
      return '/';
    case 'disagreement':
      return '/disagreements';
    default:
      if (project) return `/projects/${project}`;
      return place ? `/places/${place}` : '/';
  }
}
