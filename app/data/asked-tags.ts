import { isTagged } from '@/domain/export/hxl';
import type { TableName } from '@/domain/export/tables';
import type { AddressParameters, FilterProblem } from '@/domain/filter';
import { accept, refuse, type Result } from '@/domain/result';

/**
 * Takes `hxl=1` out of the address of a CSV: the row of tags of the Humanitarian Exchange Language under its header. Any
 * other file keeps the parameter, so that it is refused and named like a filter that there is not.
 */
export function askedTags(
  table: TableName,
  ending: string,
  parameters: AddressParameters,
): Result<{ readonly hasTags: boolean; readonly rest: AddressParameters }, FilterProblem> {
  const { hxl, ...rest } = parameters;
  if (hxl === undefined || ending !== 'csv' || !isTagged(table)) return accept({ hasTags: false, rest: parameters });
  const found = typeof hxl === 'string' ? hxl : hxl.join(', ');
  return found === '1'
    ? accept({ hasTags: true, rest })
    : refuse({ kind: 'unknown-filter-value', name: 'hxl', found, allowed: ['1'] });
}
