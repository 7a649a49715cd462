import { type AddressParameters, type FilterProblem, readParameters } from '../filter';
import { accept, type Result } from '../result';

export interface VersionsAsked {
  readonly from: number;
  readonly to: number;
}

/**
 * Which two versions an address asks to compare. Left out, they are the latest and the one before it. A number that no
 * version has is refused and named, with those there are.
 */
export function readVersionsAsked(
  parameters: AddressParameters,
  versions: readonly number[],
): Result<VersionsAsked, FilterProblem> {
  const inOrder = [...versions].sort((one, other) => one - other);
  const known = inOrder.map(String);
  const read = readParameters(parameters, { from: known, to: known });
  if (!read.ok) return read;
  const latest = inOrder.at(-1) ?? 0;
  return accept({ from: Number(read.value.from ?? inOrder.at(-2) ?? latest), to: Number(read.value.to ?? latest) });
}
