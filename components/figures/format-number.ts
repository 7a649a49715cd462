import { minorUnitDigits } from '@/domain/units';

// English numbers and dates as most of the world writes them: 26 October 2021, not October 26, 2021.
const tags: Readonly<Record<string, string>> = { en: 'en-GB' };
export const intlTag = (locale: string) => tags[locale] ?? locale;

export function formatNumber(locale: string, value: number | bigint, decimals = 2): string {
  return withMinus(new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: decimals }).format(value));
}

export function formatPercent(locale: string, value: number, decimals = 1): string {
  const format = new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: decimals });
  return withMinus(format.format(value / 100));
}

/** A change: always with its sign, and with a real minus. */
export function formatSigned(locale: string, value: number, decimals = 2): string {
  const format = new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: decimals, signDisplay: 'exceptZero' });
  return withMinus(format.format(value));
}

/** From a million up in words, to four digits: `AZN 17.5 billion`. Below, and for `exact`, every digit there is. */
export function formatMoney(locale: string, minorUnits: bigint, currency: string, form: 'short' | 'exact'): string {
  const digits = minorUnitDigits(currency);
  const scale = 10n ** BigInt(digits);
  const isShort = form === 'short' && (minorUnits < 0n ? -minorUnits : minorUnits) >= 1_000_000n * scale;
  const format = new Intl.NumberFormat(intlTag(locale), {
    ...(isShort
      ? { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4, useGrouping: 'always' }
      : { minimumFractionDigits: minorUnits % scale === 0n ? 0 : digits, maximumFractionDigits: digits }),
  });
  return `${currency}\u00a0${withMinus(format.format(asDecimal(minorUnits, digits)))}`;
}

/** Short enough for the tick of an axis: `17.5 bn`, `372 m`, `500 k`. */
export function formatTick(locale: string, value: number): string {
  const format = new Intl.NumberFormat(intlTag(locale), {
    notation: Math.abs(value) >= 1_000_000 ? 'compact' : 'standard',
    compactDisplay: 'short',
    maximumFractionDigits: 2,
  });
  return withMinus(format.format(value));
}

function asDecimal(minorUnits: bigint, digits: number): `${number}` {
  const sign = minorUnits < 0n ? '-' : '';
  const text = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${sign}${decimal}` as `${number}`; // digits with one point: Intl reads it without the rounding of a float
}

const withMinus = (text: string) => text.replace('-', '−');
