import { keyOfBox } from './box';
import { type Cell, type DecidedVersion, type Part, parts } from './count-version';

export interface ShownCell extends Cell {
  readonly versionId: string;
  readonly part: Part;
  readonly isAlreadyPublic: boolean;
}

/**
 * The moments that a reader of every past day can go back to: before each correction of a number that was shown, and
 * now (infinity). What stood then can be set beside what was first shown since.
 */
export function pastsOf(versions: readonly DecidedVersion[]): readonly number[] {
  const corrected = [...versionsBySlug(versions).values()].flatMap((own) =>
    parts.flatMap((part) => {
      const shown = own.filter((version) => version[part]);
      return shown.slice(1).flatMap((version, index) => {
        const before = shown[index];
        return before && keysOf(before, part) !== keysOf(version, part) ? [version.publication] : [];
      });
    }),
  );
  return [...new Set([...corrected, Infinity])];
}

/** Of each record the last that was shown before a moment; else what was shown first after it. */
export function shownIn(versions: readonly DecidedVersion[], past: number): readonly ShownCell[] {
  return [...versionsBySlug(versions).values()].flatMap((own) =>
    parts.flatMap((part): ShownCell[] => {
      const shown = own.filter((version) => version[part]);
      const version = shown.findLast(({ publication }) => publication < past) ?? shown[0];
      return version?.isDated
        ? version.cells[part].map((cell) => ({
            ...cell,
            versionId: version.id,
            part,
            isAlreadyPublic: version.isAlreadyPublic,
          }))
        : [];
    }),
  );
}

function versionsBySlug(versions: readonly DecidedVersion[]): ReadonlyMap<string, readonly DecidedVersion[]> {
  const bySlug = new Map<string, DecidedVersion[]>();
  for (const version of [...versions].sort((one, other) => one.publication - other.publication)) {
    const own = bySlug.get(version.slug);
    if (own) own.push(version);
    else bySlug.set(version.slug, [version]);
  }
  return bySlug;
}

const keysOf = ({ cells }: DecidedVersion, part: Part): string =>
  cells[part].map(({ box, value }) => `${keyOfBox(box)} ${value}`).join('\n');
