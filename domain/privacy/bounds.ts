/**
 * What sums say of their parts, exactly: parts are not negative, each sum adds up some of them. Sums that contradict each
 * other are moved by the least that makes them agree.
 */
export interface Bounds {
  /** By how much the sums had to be moved altogether. */
  readonly contradiction: number;
  /** The most that these parts can be together; infinite where a part lies in no sum. */
  readonly most: (parts: readonly number[]) => number;
  readonly least: (parts: readonly number[]) => number;
  /** The parts that may never reach an amount: no solution that was met gives one of them so much by itself. */
  readonly below: (parts: readonly number[], amount: number) => readonly number[];
  /** Whether some solution that was met already gives these parts at least, or at most, so much together. */
  readonly hasMet: (parts: readonly number[], amount: number, side: 'at least' | 'at most') => boolean;
}

const tiny = 1e-7;

/** `sums[row]` is the total of the parts `members[part]` names the row in. By the simplex method, on a dense table. */
export function boundsOf(sums: readonly number[], members: readonly (readonly number[])[]): Bounds {
  const isFree = members.map((rows) => rows.length === 0);
  const solver = startSolver(sums, members);
  const most = (parts: readonly number[]) => (parts.some((part) => isFree[part]) ? Infinity : solver.push(parts, 1));
  const below = (wanted: readonly number[], amount: number) => {
    let left = wanted.filter((part) => !isFree[part]);
    // One solution lifts many parts at once; the few that are left are asked for one by one.
    for (;;) {
      const lifted = solver.met[0];
      const still = left.filter((part) => !solver.met.some((solution) => (solution[part] ?? 0) >= amount - tiny));
      if (still.length === 0 || (lifted && still.length === left.length && left !== wanted && solver.met.length > 1))
        return still;
      left = still;
      solver.push(still, 1);
    }
  };
  return {
    contradiction: solver.contradiction,
    most,
    below,
    least: (parts) =>
      -solver.push(
        parts.filter((part) => !isFree[part]),
        -1,
      ),
    hasMet: (parts, amount, side) =>
      (side === 'at least' && parts.some((part) => isFree[part])) ||
      solver.met.some((solution) => {
        const total = parts.reduce((sum, part) => sum + (solution[part] ?? 0), 0);
        return side === 'at least' ? total >= amount - tiny : total <= amount + tiny;
      }),
  };
}

interface Solver {
  readonly contradiction: number;
  readonly met: Float64Array[];
  /** The most of `sign` times the sum of these parts. */
  readonly push: (parts: readonly number[], sign: 1 | -1) => number;
}

const mostKept = 60;

function startSolver(sums: readonly number[], members: readonly (readonly number[])[]): Solver {
  const parts = members.length;
  // Two columns a sum say by how much it is moved down or up; the last column holds the value of the row's own part.
  const width = parts + 2 * sums.length + 1;
  let rows = sums.map((sum, row) => {
    const cells = new Float64Array(width);
    cells[parts + row] = 1;
    cells[parts + sums.length + row] = -1;
    cells[width - 1] = sum;
    return cells;
  });
  members.forEach((inSums, part) => inSums.forEach((row) => set(rows[row], part, 1)));
  let basis = sums.map((_, row) => parts + row);

  const first = new Float64Array(width);
  first.fill(-1, parts, width - 1);
  optimise(rows, basis, first, width - 1);
  let contradiction = 0;
  rows.forEach((cells, row) => {
    if ((basis[row] ?? 0) < parts) return;
    contradiction += cells[width - 1] ?? 0;
    set(cells, width - 1, 0);
  });
  // What moved stays moved: the columns of movement leave, and a row that has nothing else says nothing.
  rows.forEach((cells, row) => {
    if ((basis[row] ?? 0) < parts) return;
    const other = cells.findIndex((cell, column) => column < parts && Math.abs(cell) > tiny);
    if (other >= 0) pivot(rows, basis, row, other);
  });
  const stay = rows.map((_, row) => row).filter((row) => (basis[row] ?? 0) < parts);
  basis = stay.map((row) => basis[row] ?? 0);
  rows = stay.map((row) => {
    const cells = new Float64Array(parts + 1);
    const old = rows[row] ?? cells;
    cells.set(old.subarray(0, parts));
    set(cells, parts, old[width - 1] ?? 0);
    return cells;
  });

  const met: Float64Array[] = [];
  const solution = () => {
    const values = new Float64Array(parts);
    rows.forEach((cells, row) => set(values, basis[row] ?? 0, cells[parts] ?? 0));
    return values;
  };
  met.push(solution());
  return {
    contradiction,
    met,
    push: (wanted, sign) => {
      const gain = new Float64Array(parts + 1);
      for (const part of wanted) set(gain, part, sign);
      const amount = optimise(rows, basis, gain, parts);
      met.unshift(solution());
      if (met.length > mostKept) met.pop();
      return amount;
    },
  };
}

/** Walks from corner to corner while that gains; answers what the last corner gives. */
function optimise(rows: readonly Float64Array[], basis: number[], gain: Float64Array, last: number): number {
  const reduced = Float64Array.from(gain);
  rows.forEach((cells, row) => {
    const own = gain[basis[row] ?? 0] ?? 0;
    if (own !== 0) for (let column = 0; column <= last; column++) add(reduced, column, -own * (cells[column] ?? 0));
  });
  for (let steps = 0; ; steps++) {
    // The steepest column first; after many steps the first one, which never walks in a circle.
    let entering = -1;
    for (let column = 0; column < last; column++) {
      const rate = reduced[column] ?? 0;
      if (rate <= tiny || (entering >= 0 && rate <= (reduced[entering] ?? 0))) continue;
      entering = column;
      if (steps > 2000) break;
    }
    if (entering < 0) return -(reduced[last] ?? 0);
    let leaving = -1;
    let shortest = Infinity;
    rows.forEach((cells, row) => {
      const rate = cells[entering] ?? 0;
      if (rate <= tiny) return;
      const ratio = (cells[last] ?? 0) / rate;
      if (
        ratio < shortest - tiny ||
        (ratio < shortest + tiny && leaving >= 0 && (basis[row] ?? 0) < (basis[leaving] ?? 0))
      ) {
        shortest = ratio;
        leaving = row;
      }
    });
    if (leaving < 0) return Infinity;
    pivot(rows, basis, leaving, entering);
    const rate = reduced[entering] ?? 0;
    const cells = rows[leaving];
    for (let column = 0; column <= last; column++) add(reduced, column, -rate * (cells?.[column] ?? 0));
  }
}

function pivot(rows: readonly Float64Array[], basis: number[], row: number, column: number): void {
  const own = rows[row];
  if (!own) return;
  const scale = own[column] ?? 1;
  const filled: number[] = [];
  own.forEach((cell, each) => {
    if (Math.abs(cell) < 1e-12) set(own, each, 0);
    else filled.push(each);
    set(own, each, (own[each] ?? 0) / scale);
  });
  rows.forEach((cells, other) => {
    const rate = cells[column] ?? 0;
    if (other === row || rate === 0) return;
    for (const each of filled) add(cells, each, -rate * (own[each] ?? 0));
    set(cells, column, 0);
  });
  basis[row] = column;
}

function set(cells: Float64Array | undefined, index: number, value: number): void {
  if (cells) cells[index] = value;
}

function add(cells: Float64Array, index: number, value: number): void {
  cells[index] = (cells[index] ?? 0) + value;
}
