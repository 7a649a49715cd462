import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { Verification } from '@/domain/vocabulary';
import type { FigureSource, Provenance } from '@/components/figures/stated-value';

/** Whose statement something is, with its source. */
export interface StatementFacts {
  readonly statedBy: { readonly slug: string; readonly name: string };
  readonly reportedBy: string | null;
  readonly obtained: string;
  readonly verification: Verification;
  readonly verifiedBy: string | null;
  readonly note: string | null;
  readonly publishedOn: IsoDate;
  readonly source: FigureSource | null;
}

export interface ProvenanceWords {
  /** What the figure counts. */
  readonly definition?: string;
  /** How it was obtained, in words. */
  readonly obtained?: string;
}

/** What stands beside and behind a figure, from the statement it is of. */
export function provenanceOf(
  statement: StatementFacts,
  referenceDate: DateSpan | IsoDate | null,
  words: ProvenanceWords = {},
): Provenance {
  return {
    referenceDate,
    statedBy: statement.statedBy.name,
    reportedBy: statement.reportedBy,
    verification: statement.verification,
    verifiedBy: statement.verifiedBy,
    publishedOn: statement.publishedOn,
    sources: statement.source ? [statement.source] : [],
    definition: words.definition,
    obtained: words.obtained,
    note: statement.note,
  };
}
