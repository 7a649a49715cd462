export type NumberRead =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a number as people type it: `12.5`, `12,5`, `1 234,5`, `1,234.5`. A point is always the decimal point unless a
 * comma follows it; `1,234` may be either number, so nobody guesses.
 */
export function readNumberText(text: string): NumberRead {
  const plain = plainDecimal(text);
  if (plain.kind !== 'decimal') return plain;
  const value = Number(plain.text);
  return Number.isFinite(value) ? { kind: 'number', value: value === 0 ? 0 : value } : { kind: 'unreadable' };
}

/** The text that `readNumberText` reads back as the same number. */
export const writeNumberText = (value: number): string => String(value);

export type DecimalRead =
  | { readonly kind: 'decimal'; readonly text: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

/** The same number as plain digits with at most one point, exactly: money goes through no float. */
export function plainDecimal(text: string): DecimalRead {
  const typed = text
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/[\u00a0\u202f\u2009]/g, ' ');
  const sign = typed.startsWith('-') ? '-' : '';
  const digits = typed.slice(sign.length).trim();
  const decimal = (whole: string, fraction = '') =>
    ({ kind: 'decimal', text: `${sign}${whole}${fraction ? `.${fraction}` : ''}` }) as const;

  if (/^\d+(\.\d+)?$/.test(digits)) return decimal(...splitAt(digits, '.'));
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits)) return { kind: 'ambiguous' };
  if (/^\d+,\d+$/.test(digits)) return decimal(...splitAt(digits, ','));
  for (const [group, point] of [
    [' ', '.,'],
    [',', '.'],
    ['.', ','],
  ] as const) {
    const match = new RegExp(`^([1-9]\\d{0,2}(?:[${group}]\\d{3})+)(?:[${point}](\\d+))?$`).exec(digits);
    if (match?.[1]) return decimal(match[1].replaceAll(group, ''), match[2]);
  }
  return { kind: 'unreadable' };
}

function splitAt(digits: string, point: string): [string, string | undefined] {
  const [whole = '', fraction] = digits.split(point);
  return [whole, fraction];
}
