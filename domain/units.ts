declare const unit: unique symbol;

/** A number that says what it counts, so that percent and share, or families and persons, cannot be mixed up. */
type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

/** 0–100, never 0–1. */
export type Percent = Quantity<'percent'>;
export type Families = Quantity<'families'>;
export type Persons = Quantity<'persons'>;
/** Whole days; negative is earlier. */
export type Days = Quantity<'days'>;

/** @throws {RangeError} when the value is not between 0 and 100. */
export function percent(value: number): Percent {
  if (!(value >= 0 && value <= 100)) throw new RangeError(`Not a percentage: ${value}`);
  return value as Percent;
}

export const days = (value: number) => value as Days;

/** @throws {RangeError} when the value is not a whole number of at least zero. */
export const families = (value: number) => wholeNumber(value, 'families') as Families;

/** @throws {RangeError} when the value is not a whole number of at least zero. */
export const persons = (value: number) => wholeNumber(value, 'persons') as Persons;

// ISO 4217: the currencies whose smallest unit is not a hundredth.
const otherMinorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

/** How many decimals one unit of a currency has; amounts are kept in whole minor units. Source: ISO 4217. */
export function minorUnitDigits(currency: string): number {
  return otherMinorDigits[currency] ?? 2;
}

function wholeNumber(value: number, what: string): number {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a number of ${what}: ${value}`);
  return value;
}
