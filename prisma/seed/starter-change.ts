import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';
import type { RecordKind } from '@/domain/record/kinds';
import type { ProposedChange } from '@/domain/submission/change';
import { minorUnitDigits } from '@/domain/units';
import type { SeedRow } from './seed-row';

/** What became of one row: the records it makes, and what was decided where that was not plain. */
export interface RowOutcome {
  readonly row: SeedRow;
  readonly changes: readonly ProposedChange[];
  readonly decision: string | null;
}

/** A new record as the starter facts propose it. Fields that are left out are not known. */
export function addRecord(kind: RecordKind, slug: string, known: Readonly<Record<string, unknown>>): ProposedChange {
  const definition = records[kind];
  const unknown = Object.entries(definition.fields).map(([name, field]) => [name, field.type === 'list' ? [] : null]);
  const content = { ...Object.fromEntries(unknown), ...known };
  const read = readContent(definition, content);
  const hasWarning = read.ok && definition.check(read.value).some(({ severity }) => severity === 'warning');
  return {
    kind,
    slug,
    action: 'add',
    baseVersion: null,
    content: read.ok ? read.value : content,
    reasonKind: 'first_publication',
    reason: null,
    answer: hasWarning ? 'Entered as the source states it.' : null,
  };
}

export const outcomeOf = (row: SeedRow, changes: readonly ProposedChange[]): RowOutcome => ({
  row,
  changes,
  decision: row.text('decision'),
});

/** What travels with every figure of a row. */
export function statementOf(row: SeedRow) {
  return {
    sourceSlug: row.required('source'),
    statedBySlug: row.required('stated_by'),
    reportedBy: row.text('reported_by'),
    obtained: row.required('obtained'),
    verification: row.required('verification'),
    note: noteOf(row),
  };
}

/** The row's own note, what was said against its figures, and what else belongs to it. */
export function noteOf(row: SeedRow, ...more: readonly (string | null)[]): string | null {
  const rival = row.text('rival');
  const lines = [row.text('note'), rival && `Disputed. ${rival}`, ...more].filter((line) => line !== null);
  return lines.length > 0 ? lines.join('\n') : null;
}

export const furtherSourcesOf = (row: SeedRow) => row.list('further_sources').map((sourceSlug) => ({ sourceSlug }));

/** Amounts stand in the tables in whole units of the currency. */
export function minorUnits(amount: string, currency: string): string {
  return (BigInt(amount) * 10n ** BigInt(minorUnitDigits(currency))).toString();
}
