import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { NoForecast } from '@/domain/forecast/expected-finish';
import type { Lateness } from '@/domain/lateness';

/** An open project as the late list shows it. */
export interface LateProject {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly places: readonly { readonly slug: string; readonly name: string }[];
  readonly lateness: Lateness;
  readonly promisedEndOn: DateSpan | null;
  readonly lateByDays: number | null;
  readonly passedByDays: number | null;
  readonly lastReportOn: IsoDate | null;
  readonly expected: { readonly first: IsoDate; readonly on: IsoDate; readonly last: IsoDate } | null;
  readonly noForecast: NoForecast | null;
}

export interface LatenessCount {
  readonly lateness: Lateness;
  readonly count: number;
  /** Of these, projects with an expected finish. */
  readonly expected: number;
}

/** How slippage spreads over one group of projects; null where it is known of none. */
export interface SlippageSpread {
  readonly kind: 'all' | 'sector' | 'district';
  readonly slug: string;
  readonly name: string | null;
  readonly projects: number;
  readonly known: number;
  readonly unknown: number;
  readonly days: { readonly low: number; readonly middle: number; readonly high: number } | null;
}
