import { hxlTags } from '../export/hxl';
import type { TableName } from '../export/tables';

/** A tag with its attributes in one spelling: `#affected +hh +returnees` → `#affected+hh+returnees`. Null for other text. */
export function readHxlTag(text: string): string | null {
  const match = /^#([a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)*)$/i.exec(text.trim());
  if (!match) return null;
  const attributes = (match[2] ?? '')
    .toLowerCase()
    .split('+')
    .map((each) => each.trim())
    .filter(Boolean);
  return [`#${(match[1] ?? '').toLowerCase()}`, ...attributes.sort()].join('+');
}

/** A row of tags stands between the headers and the rows: most of its cells are tags and none is anything else. */
export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => readHxlTag(cell) !== null);
}

interface TagRule {
  readonly tag: string;
  /** Attributes that it must have, and that it must not have. */
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  readonly header: string;
}

const rule = (pattern: string, header: string): TagRule => {
  const [tag = '', ...attributes] = pattern.split(/(?=[+-])/);
  const named = (sign: string) => attributes.filter((each) => each.startsWith(sign)).map((each) => each.slice(1));
  return { tag, has: named('+'), hasNot: named('-'), header };
};

/** Which column of ours a tag means, the first that fits. Source of the tags: HXL 1.1 and what humanitarian offices use. */
const rules: Partial<Record<TableName, readonly TagRule[]>> = {
  resettlement: [
    rule('#affected+hh', 'families'),
    rule('#affected-f-m-children-adults-elderly', 'persons'),
    rule('#population+hh', 'families'),
    rule('#loc+origin', 'origin_place_slug'),
    rule('#loc', 'place_slug'),
    rule('#adm2', 'place_slug'),
    rule('#adm1', 'place_slug'),
    rule('#beneficiary+type', 'population_group'),
    rule('#date+start', 'reference_on_first'),
    rule('#date+end', 'reference_on_last'),
    rule('#date-reported-published', 'reference_on'),
    rule('#meta+source', 'source_slug'),
    rule('#status+type', 'kind'),
    rule('#description', 'note'),
  ],
  targets: [
    rule('#targeted', 'value'),
    rule('#loc', 'place_slug'),
    rule('#adm2', 'place_slug'),
    rule('#beneficiary+type', 'population_group'),
    rule('#date', 'due_on'),
    rule('#meta+source', 'source_slug'),
  ],
  places: [
    rule('#geo+lat', 'latitude'),
    rule('#geo+lon', 'longitude'),
    rule('#loc+code', 'slug'),
    rule('#loc+type', 'type'),
    rule('#loc+name', 'names_name'),
    rule('#adm2+code', 'parent_slug'),
    rule('#adm2+name', 'parent_slug'),
  ],
  projects: [
    rule('#activity+code', 'slug'),
    rule('#activity+name', 'title'),
    rule('#activity', 'title'),
    rule('#sector', 'sector'),
    rule('#subsector', 'subsector'),
    rule('#status', 'status'),
    rule('#loc', 'places_place_slug'),
    rule('#adm2', 'places_place_slug'),
    rule('#org+impl', 'parties_organisation_slug'),
    rule('#date+start', 'actual_start_on'),
    rule('#date+end', 'actual_end_on'),
    rule('#description', 'description'),
    rule('#meta+source', 'source_slug'),
  ],
  budget: [
    rule('#value', 'amount'),
    rule('#currency', 'currency'),
    rule('#date', 'period'),
    rule('#activity+code', 'project_slug'),
    rule('#loc', 'place_slug'),
    rule('#meta+source', 'source_slug'),
  ],
  sources: [rule('#meta+url', 'url'), rule('#org', 'publisher'), rule('#date+published', 'published_on')],
};

/**
 * The header of ours that a tag stands for in a table, or null. The tags under which Cornerstone gives its columns away are known
 * to the letter; those of others by what they must have.
 */
export function headerOfTag(table: TableName, text: string): string | null {
  const whole = readHxlTag(text);
  if (whole === null) return null;
  const [own] = Object.entries(hxlTags[table] ?? {}).find(([, each]) => readHxlTag(each) === whole) ?? [];
  if (own) return own;
  const [tag, ...attributes] = whole.split('+');
  const found = (rules[table] ?? []).find(
    (each) =>
      each.tag === tag &&
      each.has.every((attribute) => attributes.includes(attribute)) &&
      !each.hasNot.some((attribute) => attributes.includes(attribute)),
  );
  return found?.header ?? null;
}
