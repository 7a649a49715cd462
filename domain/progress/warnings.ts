import { warning, type Finding } from '../record/finding';

export interface ReportAmongNeighbours {
  /** 0–100, of this report and of the latest earlier one that gives it. */
  readonly percent: number | null;
  readonly previousPercent: number | null;
  /** In one currency; what all published contracts of the project come to. */
  readonly spentMinorUnits: bigint | null;
  readonly contractedMinorUnits: bigint | null;
}

/**
 * What a report must be asked about: progress that falls, and spending above what was contracted. Both happen (works
 * are torn down, contracts are not all published), so they are warnings that the author answers, not errors.
 */
export function progressWarnings(report: ReportAmongNeighbours): readonly Finding[] {
  const { percent, previousPercent, spentMinorUnits, contractedMinorUnits } = report;
  const warnings: Finding[] = [];
  if (percent !== null && previousPercent !== null && percent < previousPercent) {
    warnings.push(
      warning('progress-fell', 'physicalProgressPercent', { found: String(percent), other: String(previousPercent) }),
    );
  }
  if (spentMinorUnits !== null && contractedMinorUnits !== null && spentMinorUnits > contractedMinorUnits) {
    warnings.push(warning('spent-above-contracted', 'spentMinorUnits'));
  }
  return warnings;
}
