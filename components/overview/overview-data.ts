import type { PlannedTotal } from '@/components/projects/planned-totals';
import type { Statement } from '@/components/projects/published-project';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { NamedRival } from '@/domain/claims/choose-claim';
import type { CountOfPeople } from '@/domain/resettlement/running-totals';
import type { RecordKind } from '@/domain/record/kinds';
import type { ChangeAction } from '@/domain/submission/change';
import type { MoneyKind, ProjectStatus, Qualifier, ReasonKind, Sector } from '@/domain/vocabulary';

export interface StatusGroup {
  readonly sector: Sector;
  readonly status: ProjectStatus;
  readonly count: number;
  readonly late: number;
  /** The promise passed: late, or nothing was said since. */
  readonly passed: number;
  readonly unreported: number;
  readonly moved: number;
  readonly withoutPromise: number;
  readonly withoutBaseline: number;
  readonly withoutEnd: number;
  readonly verified: number;
  readonly disputed: number;
}

export interface DayCount {
  readonly on: IsoDate;
  readonly count: number;
}

export interface ProgrammeTarget {
  readonly programmeTitle: string;
  readonly placeSlug: string | null;
  readonly placeName: string | null;
  readonly metric: 'families' | 'persons' | 'measure';
  readonly measureLabel: string | null;
  readonly unit: string | null;
  readonly groupLabel: string | null;
  readonly value: number;
  readonly qualifier: Qualifier | null;
  readonly dueOn: DateSpan | null;
  readonly statedOn: DateSpan | null;
  readonly statement: Statement;
}

export interface ReturnCount extends CountOfPeople {
  /** Counted, and kept from the public: small, or it would tell a small count. */
  readonly isWithheld: boolean;
  readonly qualifier: Qualifier | null;
  readonly statement: Statement;
}

export interface DoneQuantity {
  readonly slug: string;
  readonly projectSlug: string;
  readonly referenceOn: DateSpan | null;
  readonly quantity: number;
  readonly rivals: readonly NamedRival[];
  readonly qualifier: Qualifier | null;
  readonly statement: Statement;
}

export interface WholeAmount {
  readonly slug: string;
  readonly kind: MoneyKind;
  readonly accumulation: 'in_period' | 'cumulative';
  readonly minorUnits: bigint;
  readonly currency: string;
  readonly qualifier: Qualifier | null;
  readonly period: DateSpan | null;
  readonly statement: Statement;
}

export interface DatedProject {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly isBuilt: boolean;
  readonly from: DateSpan | null;
  readonly to: DateSpan | null;
  readonly promised: DateSpan | null;
  readonly slippage: { readonly leastDays: number; readonly mostDays: number } | null;
  readonly lateByDays: number | null;
}

export interface RecentChanges {
  readonly days: readonly {
    readonly on: IsoDate;
    readonly revisions: number;
    readonly kinds: readonly { readonly kind: RecordKind; readonly count: number }[];
  }[];
  readonly latest: readonly {
    readonly sequence: number;
    readonly kind: RecordKind;
    readonly action: ChangeAction;
    readonly reasonKind: ReasonKind;
    readonly reason: string | null;
    readonly publishedOn: IsoDate;
    readonly title: string;
    readonly project: { readonly slug: string; readonly title: string } | null;
  }[];
}

export interface SectorTotal extends PlannedTotal {
  readonly sector: Sector | null;
}

export const countOf = (groups: readonly StatusGroup[], statuses: readonly ProjectStatus[]) =>
  groups.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);

type Counted =
  | 'count'
  | 'late'
  | 'passed'
  | 'unreported'
  | 'moved'
  | 'withoutPromise'
  | 'withoutBaseline'
  | 'withoutEnd'
  | 'verified'
  | 'disputed';

export const sumOf = (groups: readonly StatusGroup[], of: Counted) => groups.reduce((sum, group) => sum + group[of], 0);
