import { isTagged } from '@/domain/export/hxl';
import type { TableName } from '@/domain/export/tables';
import type { AddressParameters } from '@/domain/filter';

/**
 * Takes `hxl=1` out of the address of a CSV: the row of tags of the Humanitarian Exchange Language under its header. Any
 * other value, and any other file, keeps the parameter, so that it is refused and named like a filter that there is not.
 */
export function askedTags(
  table: TableName,
  ending: string,
  parameters: AddressParameters,
): { readonly hasTags: boolean; readonly rest: AddressParameters } {
  const { hxl, ...rest } = parameters;
  const [value, ...others] = typeof hxl === 'string' ? [hxl] : (hxl ?? []);
  const isAsked = ending === 'csv' && isTagged(table) && value === '1' && others.length === 0;
  return isAsked ? { hasTags: true, rest } : { hasTags: false, rest: parameters };
}
