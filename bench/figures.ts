/** One line of the table: what was measured, on how much, and the runs. */
export interface Measured {
  readonly name: string;
  readonly size: string;
  readonly unit: string;
  readonly runs: readonly number[];
  /** What it is held against, or why it could not be measured. */
  readonly note?: string;
}

export function median(runs: readonly number[]): number {
  const sorted = [...runs].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Markdown, so that it can stand in docs/performance.md as it is printed. */
export function asTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, size, unit, runs, note }) => {
    if (runs.length === 0) return `| ${name} | ${size} | | | 0 | ${note ?? ''} |`;
    const [middle, least, most] = [median(runs), Math.min(...runs), Math.max(...runs)].map(write);
    return `| ${name} | ${size} | ${middle} ${unit} | ${least} to ${most} | ${runs.length} | ${note ?? ''} |`;
  });
  return [
    '| what | data | median | least to most | runs | note |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function write(value: number): string {
  return value >= 100
    ? Math.round(value)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ',')
    : value.toPrecision(3);
}
