/** PostgreSQL takes at most 32,767 parameters in a statement; a widest row has about 50. */
const mostRowsInOneStatement = 500;

/** The same elements, in order, in runs short enough for one statement each. */
export function* inChunks<Element>(
  all: readonly Element[],
  size = mostRowsInOneStatement,
): Generator<readonly Element[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Names of records travel as one parameter, an array: a statement takes many of them. */
export const namesInOneStatement = 10_000;
