import { minorUnitDigits } from '../units';
import { plainDecimal } from './number-text';

export type MoneyRead =
  | { readonly kind: 'minor-units'; readonly text: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

/** Reads an amount typed in whole units of its currency (`1 250 000.50`) into whole minor units, as text. */
export function readMoneyText(text: string, currency: string): MoneyRead {
  const read = plainDecimal(text);
  if (read.kind !== 'decimal') return read;
  const match = /^0*(\d+)(?:\.(\d+))?$/.exec(read.text);
  const [, whole = '', fraction = ''] = match ?? [];
  const digits = minorUnitDigits(currency);
  // A sign, or more decimals than the currency has: nothing is rounded on its way.
  if (!match || fraction.replace(/0+$/, '').length > digits) return { kind: 'unreadable' };
  const minorUnits = `${whole}${fraction.padEnd(digits, '0').slice(0, digits)}`.replace(/^0+(?=\d)/, '');
  return { kind: 'minor-units', text: minorUnits };
}

/** The amount as it is typed. What is no amount, such as what a draft keeps as typed, stays as it is. */
export function writeMoneyText(minorUnits: string, currency: string): string {
  if (!/^\d+$/.test(minorUnits)) return minorUnits;
  const digits = minorUnitDigits(currency);
  if (digits === 0) return minorUnits;
  const padded = minorUnits.padStart(digits + 1, '0');
  const [whole, fraction] = [padded.slice(0, -digits), padded.slice(-digits)];
  return /^0+$/.test(fraction) ? whole : `${whole}.${fraction}`;
}
