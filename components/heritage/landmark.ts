import type { StatementFacts } from '@/components/files/provenance';
import type { NamesOfLanguage } from '@/components/places/names-of-language';
import type { DateSpan } from '@/domain/calendar';
import type { Condition, ProjectStatus } from '@/domain/vocabulary';

/** What one source says of a landmark's condition, as the pages show it. */
export interface ClaimOfCondition {
  readonly slug: string;
  readonly condition: Condition;
  readonly observedOn: DateSpan | null;
  readonly imageryOn: DateSpan | null;
  readonly cause: string | null;
  readonly extent: string | null;
  readonly certainty: 'definite' | 'probable' | 'possible' | 'not_stated';
  readonly statementText: string | null;
  readonly statement: StatementFacts;
}

export interface LandmarkInList {
  readonly slug: string;
  readonly title: string;
  readonly otherNames: readonly NamesOfLanguage[];
  readonly kindLabel: string;
  readonly placeSlug: string;
  readonly placeName: string;
  readonly communities: readonly { readonly code: string; readonly label: string }[];
  readonly claims: readonly ClaimOfCondition[];
  readonly restorations: readonly { readonly slug: string; readonly title: string; readonly status: ProjectStatus }[];
}
