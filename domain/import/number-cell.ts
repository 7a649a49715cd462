import { accept, refuse, type Result } from '../result';
import { type FileCell, percentOf } from './cell';
import type { Conventions } from './conventions';
import type { ReadingCode } from './finding';

export interface DecimalRead {
  /** Digits with at most one point and a sign, exactly as written: money goes through no float. */
  readonly decimal: string;
  readonly isPercent: boolean;
}

type NumberConventions = Pick<Conventions, 'decimal' | 'grouping'>;

/** From here on a spreadsheet no longer keeps every digit: it keeps fifteen. */
const firstRounded = 1e15;

/** A number in a cell, in the file's convention: one reading, or none. What the convention does not allow is refused. */
export function readDecimalCell(cell: FileCell, conventions: NumberConventions): Result<DecimalRead, ReadingCode> {
  if (typeof cell === 'string') return readDecimalText(cell, conventions);
  switch (cell.kind) {
    case 'number': {
      if (Math.abs(cell.value) >= firstRounded) return refuse('rounded-number');
      const isPercent = cell.shownAs === 'percent';
      const value = isPercent ? percentOf(cell.value) : withoutNoise(cell.value);
      return accept({ decimal: withoutExponent(String(value)), isPercent });
    }
    case 'error':
      return refuse('formula-error');
    default:
      return refuse('not-a-number');
  }
}

export function readDecimalText(text: string, conventions: NumberConventions): Result<DecimalRead, ReadingCode> {
  const { sign, digits, isPercent } = partsOf(text);
  const read = digitsIn(digits, conventions);
  if (read) return accept({ decimal: `${sign}${read}`, isPercent });
  if (/^\d(?:[.,]\d+)?E[+-]\d{2,3}$/.test(digits)) return refuse('shortened-number');
  const other = conventions.decimal === '.' ? ',' : '.';
  return refuse(digitsIn(digits, { decimal: other, grouping: conventions.decimal }) ? 'other-decimal' : 'not-a-number');
}

/** The same number for each decimal mark that the text may have; null where it cannot have it. */
export function decimalReadings(text: string): Readonly<Record<Conventions['decimal'], string | null>> {
  const { sign, digits } = partsOf(text);
  const under = (decimal: Conventions['decimal'], grouping: Conventions['grouping']) => {
    const read = digitsIn(digits, { decimal, grouping });
    return read === null ? null : `${sign}${read}`;
  };
  return { '.': under('.', ','), ',': under(',', '.') };
}

function partsOf(text: string): { sign: '' | '-'; digits: string; isPercent: boolean } {
  const plain = text
    .trim()
    .replace(/[\u00a0\u202f\u2009\u2007]/g, ' ')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/^[\u2212\u2013]/, '-');
  const isPercent = plain.endsWith('%');
  const number = isPercent ? plain.slice(0, -1).trim() : plain;
  const sign = number.startsWith('-') ? '-' : '';
  return { sign, digits: number.replace(/^[-+] ?/, ''), isPercent };
}

/** Spaces and apostrophes between groups of three mean one thing in every convention; a point or comma only in one. */
function digitsIn(digits: string, { decimal, grouping }: NumberConventions): string | null {
  const point = decimal === '.' ? '\\.' : ',';
  const groups = [' ', "'", grouping === '.' ? '\\.' : grouping === ',' ? ',' : ''].filter(Boolean).join('');
  const plain = new RegExp(`^(\\d+)(?:${point}(\\d+))?$`).exec(digits);
  if (plain) return joined(plain[1] ?? '', plain[2]);
  const grouped = new RegExp(`^([1-9]\\d{0,2}(?:([${groups}])\\d{3})(?:\\2\\d{3})*)(?:${point}(\\d+))?$`).exec(digits);
  if (grouped) return joined((grouped[1] ?? '').replace(/\D/g, ''), grouped[3]);
  // As people type it; a spreadsheet that has shortened a number writes `1.23E+05`, and its digits are lost.
  const power = new RegExp(`^(\\d+)(?:${point}(\\d+))?[eE](\\d{1,2})$`).exec(digits);
  return power ? shifted(power[1] ?? '', power[2] ?? '', Number(power[3])) : null;
}

const joined = (whole: string, fraction = ''): string => (fraction ? `${whole}.${fraction}` : whole);

function shifted(whole: string, fraction: string, places: number): string {
  const moved = fraction.padEnd(places, '0');
  return joined(`${whole}${moved.slice(0, places)}`, moved.slice(places));
}

/** A formula's 0.1 + 0.2 is 0.30000000000000004 in the file, and 0.3 on the screen. */
const withoutNoise = (value: number): number =>
  /\.\d{11}/.test(String(value)) ? Number(value.toPrecision(15)) : value;

/** `1e-7` and `1.5e-7` as digits. Larger numbers than `firstRounded` were refused before. */
function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', places = '0'] = match;
  return `${sign}0.${'0'.repeat(Number(places) - 1)}${whole}${fraction}`;
}
