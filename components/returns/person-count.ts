import type { StatementFacts } from '@/components/files/provenance';
import type { DateSpan } from '@/domain/calendar';
import type { PromisedVersion } from '@/domain/moved-figures';
import type { CountOfPeople } from '@/domain/resettlement/running-totals';
import type { Qualifier } from '@/domain/vocabulary';

/** A count as the pages show it. */
export interface PersonCount extends CountOfPeople {
  readonly slug: string;
  readonly placeName: string;
  readonly groupLabel: string;
  readonly qualifier: Qualifier | null;
  /** Counted, and kept from the public: small, or it would tell a small count. */
  readonly familiesWithheld: boolean;
  readonly personsWithheld: boolean;
  readonly personsMethod: 'counted' | 'estimated' | 'not_stated';
  readonly personsPerFamily: number | null;
  readonly originLabel: string | null;
  readonly statement: StatementFacts;
}

/** A promised count as the pages show it. */
export interface PromisedCount {
  readonly slug: string;
  readonly placeSlug: string | null;
  readonly placeName: string | null;
  readonly programme: { readonly title: string; readonly isOfficialName: boolean } | null;
  readonly metric: 'families' | 'persons' | 'measure';
  /** Of its period alone it is set against no running total. */
  readonly accumulation: 'in_period' | 'cumulative' | null;
  readonly measureLabel: string | null;
  readonly unit: string | null;
  readonly populationGroup: string | null;
  readonly groupLabel: string | null;
  readonly value: number;
  readonly qualifier: Qualifier | null;
  readonly dueOn: DateSpan | null;
  readonly statedOn: DateSpan | null;
  readonly version: number;
  /** What each version promised, oldest first. */
  readonly versions: readonly PromisedVersion[];
  readonly statement: StatementFacts;
}
