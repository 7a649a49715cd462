import type { StatementFacts } from '@/components/files/provenance';
import type { DateSpan } from '@/domain/calendar';
import type { MoneyKind, Qualifier } from '@/domain/vocabulary';

interface Named {
  readonly slug: string;
  readonly title: string;
}

interface Titled extends Named {
  readonly isOfficialName: boolean;
}

/** An amount of one kind for one period, as the pages show it. */
export interface AmountOfMoney {
  readonly slug: string;
  readonly kind: MoneyKind;
  readonly kindAsStated: string | null;
  readonly accumulation: 'in_period' | 'cumulative';
  readonly minorUnits: bigint;
  readonly currency: string;
  readonly qualifier: Qualifier | null;
  readonly period: DateSpan;
  readonly programme: Titled | null;
  readonly project: Titled | null;
  readonly place: Named | null;
  readonly statement: StatementFacts;
}
