import type { DateSpan } from '../calendar';

export interface StatedDays {
  readonly planned: DateSpan | null;
  readonly forecast: DateSpan | null;
  readonly actual: DateSpan | null;
}

export interface ChosenDay {
  readonly on: DateSpan;
  readonly is: keyof StatedDays;
  /** Not known to the day: the whole of its span is shown, as tentative. */
  readonly isTentative: boolean;
}

/** The day under which an event stands in a calendar: when it was, else when it is expected, else when it was planned. */
export function chosenDay(stated: StatedDays): ChosenDay | null {
  for (const is of ['actual', 'forecast', 'planned'] as const) {
    const on = stated[is];
    if (on) return { on, is, isTentative: on.precision !== 'day' };
  }
  return null;
}
