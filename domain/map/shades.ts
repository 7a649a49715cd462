/** A class of a shaded map: from `least` to `most`, both within it. */
export interface Shade {
  readonly least: number;
  readonly most: number;
}

export const mostShades = 5;

/**
 * Classes of whole counts from 1 to the largest, of equal width, at most five; nothing is a class of its own and is not
 * among them. Equal widths let a reader take twice the number of classes for twice the count, which equal shares of
 * districts would not.
 */
export function shadesOf(counts: readonly number[]): readonly Shade[] {
  const largest = Math.max(0, ...counts);
  if (largest === 0) return [];
  const width = Math.ceil(largest / mostShades);
  const classes = Math.ceil(largest / width);
  return Array.from({ length: classes }, (_, index) => ({ least: index * width + 1, most: (index + 1) * width }));
}

/** The class of a count, from 1; 0 where there is nothing. */
export const shadeOf = (count: number, shades: readonly Shade[]): number =>
  count === 0 ? 0 : shades.findIndex(({ least, most }) => count >= least && count <= most) + 1;
