import type { FilterValues } from './filters';
import { columnsOf, type TableName } from './tables';

type Tags = Readonly<Record<string, string>>;

/** What the tables share: the place, whose statement it is, and when it was published here. */
const atPlace: Tags = { place_slug: '#loc+code', place_name: '#loc+name+i_en' };
const ofGroup: Tags = {
  population_group: '#beneficiary+type+code',
  population_group_label: '#beneficiary+type+name+i_en',
};
const onReferenceDate: Tags = {
  reference_on: '#date+reference',
  reference_on_first: '#date+start',
  reference_on_last: '#date+end',
};
const asStated: Tags = {
  source_publisher: '#meta+source+name',
  source_url: '#meta+source+url',
  stated_by_slug: '#org+source+code',
  stated_by_name: '#org+source+name',
  verification: '#meta+verification+code',
};
const asPublished: Tags = { slug: '#meta+id', version: '#meta+version', published_at: '#date+published' };

/**
 * The tag of the Humanitarian Exchange Language that a column has, by table and column: each stands here once. Tags of
 * numbers stand over numbers alone: a count that is withheld is a blank cell, and a column of `#status` says so. A column
 * that has no tag of use has none.
 */
export const hxlTags: Partial<Record<TableName, Tags>> = {
  places: {
    ...asPublished,
    slug: '#loc+code',
    name: '#loc+name+i_en',
    type: '#loc+type+code',
    type_label: '#loc+type+name+i_en',
    parent_slug: '#loc+parent+code',
    parent_name: '#loc+parent+name+i_en',
    latitude: '#geo+lat',
    longitude: '#geo+lon',
    point_precision_km: '#geo+precision+km',
    source_publisher: '#meta+source+name',
    source_url: '#meta+source+url',
  },
  resettlement: {
    ...asPublished,
    ...atPlace,
    ...ofGroup,
    ...onReferenceDate,
    ...asStated,
    kind: '#event+type+code',
    kind_label: '#event+type+name+i_en',
    stage: '#status+stage+code',
    stage_label: '#status+stage+name+i_en',
    counting: '#meta+counting+code',
    families: '#affected+hh',
    persons: '#affected+ind',
    qualifier: '#meta+qualifier+code',
    persons_method: '#meta+method+code',
    origin_place_slug: '#loc+origin+code',
    origin_place_name: '#loc+origin+name+i_en',
    families_status: '#status+hh+suppressed',
    persons_status: '#status+ind+suppressed',
    breakdown_status: '#status+breakdown+suppressed',
  },
  totals: {
    ...atPlace,
    ...ofGroup,
    ...onReferenceDate,
    slug: '#meta+id',
    kind: '#event+type+code',
    kind_label: '#event+type+name+i_en',
    origin_place_slug: '#loc+origin+code',
    origin_place_name: '#loc+origin+name+i_en',
    counted: '#meta+unit+code',
    total: '#affected+total',
    lowest: '#affected+total+min',
    highest: '#affected+total+max',
    qualifier: '#meta+qualifier+code',
    source_url: '#meta+source+url',
    stated_by_slug: '#org+source+code',
    stated_by_name: '#org+source+name',
    verification: '#meta+verification+code',
  },
  targets: {
    ...asPublished,
    ...atPlace,
    ...ofGroup,
    ...asStated,
    programme_slug: '#activity+programme+code',
    programme_name: '#activity+programme+name',
    metric: '#indicator+type+code',
    measure: '#indicator+code',
    measure_label: '#indicator+name+i_en',
    measure_unit: '#indicator+unit',
    value: '#targeted',
    qualifier: '#meta+qualifier+code',
    due_on: '#date+due',
    due_on_first: '#date+due+start',
    due_on_last: '#date+due+end',
    stated_on: '#date+stated',
  },
  readiness: {
    ...asPublished,
    ...atPlace,
    ...onReferenceDate,
    ...asStated,
    service: '#service+code',
    service_label: '#service+name+i_en',
    state: '#status+code',
    state_label: '#status+name+i_en',
    promised_on: '#date+promised',
    promised_on_first: '#date+promised+start',
    promised_on_last: '#date+promised+end',
    statement: '#description',
  },
  context: {
    ...asPublished,
    ...atPlace,
    ...onReferenceDate,
    ...asStated,
    category: '#indicator+type+code',
    category_label: '#indicator+type+name+i_en',
    value: '#indicator+value+num',
    unit: '#indicator+unit',
    qualifier: '#meta+qualifier+code',
    statement: '#description',
  },
};

export const isTagged = (table: TableName): boolean => hxlTags[table] !== undefined;

/** The tag of a column; null where it has none. */
export const hxlTag = (table: TableName, header: string): string | null => hxlTags[table]?.[header] ?? null;

/** Counts of people, over which a filter may say who they are. */
const counts = /^#affected/;

/**
 * The row of tags under the header, a cell for each column. Counts are of returnees only where the filter leaves nothing
 * else: workers, departures and announced groups stand in the same table, and are none.
 */
export function hxlRow(table: TableName, filters: FilterValues): readonly string[] {
  const isOfReturnees = filters.kind === 'return' && (table === 'totals' || filters.stage === 'happened');
  return columnsOf(table).map(({ header }) => {
    const tag = hxlTag(table, header) ?? '';
    return isOfReturnees ? tag.replace(counts, '$&+returnees') : tag;
  });
}

/** The tables that have tags. */
export const taggedTables = Object.keys(hxlTags) as readonly TableName[]; // its own keys
