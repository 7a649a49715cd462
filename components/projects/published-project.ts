import type { FigureSource, Provenance } from '@/components/figures/stated-value';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { NamedRival } from '@/domain/claims/choose-claim';
import type { MoneyKind, ProjectStatus, Qualifier, QuantityBasis, Sector, Verification } from '@/domain/vocabulary';

/** What travels with every figure of a project. */
export interface Statement {
  readonly statedBy: string | null;
  readonly reportedBy: string | null;
  readonly verification: Verification;
  readonly verifiedBy: string | null;
  readonly isRecalled: boolean;
  readonly note: string | null;
  readonly publishedOn: IsoDate;
  readonly source: ProjectSource;
}

export interface ProjectSource extends FigureSource {
  readonly slug: string;
}

export interface PlannedMeasure {
  readonly measure: string;
  readonly label: string;
  readonly unit: string | null;
  readonly planned: number | null;
  readonly qualifier: Qualifier | null;
  readonly unitAsStated: string | null;
}

export interface ReportedQuantity {
  readonly measure: string;
  readonly label: string;
  readonly unit: string | null;
  readonly quantity: number;
  readonly qualifier: Qualifier | null;
  readonly basis: QuantityBasis;
  readonly unitAsStated: string | null;
}

export interface Report {
  readonly slug: string;
  readonly referenceOn: DateSpan | null;
  readonly progressPercent: number | null;
  readonly spentMinorUnits: bigint | null;
  readonly currency: string | null;
  readonly status: ProjectStatus | null;
  readonly promisedEndOn: DateSpan | null;
  readonly narrative: string | null;
  readonly quantities: readonly ReportedQuantity[];
  /** The disagreements of rival claims that name it. */
  readonly rivals: readonly NamedRival[];
  readonly statement: Statement;
}

export interface Money {
  readonly slug: string;
  readonly kind: MoneyKind;
  readonly kindAsStated: string | null;
  readonly accumulation: 'in_period' | 'cumulative';
  readonly minorUnits: bigint;
  readonly currency: string;
  readonly qualifier: Qualifier | null;
  readonly period: DateSpan | null;
  readonly statement: Statement;
}

export interface Contract {
  readonly slug: string;
  readonly title: string;
  readonly supplier: string;
  readonly procurementMethod: string;
  readonly minorUnits: bigint | null;
  readonly currency: string | null;
  readonly signedOn: DateSpan | null;
  readonly endsOn: DateSpan | null;
  readonly amendments: readonly {
    readonly reason: string;
    readonly amendedOn: string | null;
    readonly newValueMinorUnits: bigint | null;
    readonly newEndsOn: DateSpan | null;
  }[];
  readonly statement: Statement;
}

export interface Milestone {
  readonly slug: string;
  readonly title: string;
  readonly type: string;
  readonly plannedOn: DateSpan | null;
  readonly forecastOn: DateSpan | null;
  readonly actualOn: DateSpan | null;
  readonly statement: Statement;
}

export interface ProjectPart {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly status: ProjectStatus;
  readonly statusOn: DateSpan | null;
  readonly weight: number | null;
  readonly progressPercent: number | null;
  readonly progressOn: DateSpan | null;
  readonly planned: Readonly<Record<string, number>>;
}

export interface RelatedProject {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly sector: Sector;
  readonly status: ProjectStatus;
}

/** A statement as the figures show it. */
export function provenanceOf(
  statement: Statement,
  referenceDate: DateSpan | IsoDate | null,
  definition?: string,
): Provenance {
  return {
    referenceDate,
    statedBy: statement.statedBy,
    reportedBy: statement.reportedBy,
    verification: statement.verification,
    verifiedBy: statement.verifiedBy,
    publishedOn: statement.publishedOn,
    sources: [statement.source],
    definition,
    note: statement.note,
  };
}
