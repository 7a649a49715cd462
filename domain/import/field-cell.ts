import { rearm } from '../export/guard';
import { cutMark } from '../export/xlsx-cell';
import type { SingleField } from '../record/field';
import { isPublicIdentifier } from '../record/identifier';
import { accept, refuse, type Result } from '../result';
import { minorUnitDigits } from '../units';
import { cellText, type FileCell, isBlank } from './cell';
import type { Conventions } from './conventions';
import { readDateCell } from './date-cell';
import type { Expected, ReadingCode } from './finding';
import { fold } from './fold';
import { readGeometryText } from './geometry-text';
import { noWords, yesWords } from './header-words/other-words';
import type { Known } from './known';
import { readDecimalCell } from './number-cell';

export interface CellRefused {
  readonly code: ReadingCode;
  readonly words: Readonly<Record<string, string>>;
}

export interface CellContext {
  readonly conventions: Conventions;
  readonly known: Known;
  /** ISO 4217 of the amounts of the row; empty where it is not known. */
  readonly currency: string;
  /** The file is a CSV: an apostrophe before what a spreadsheet would run is no part of the text. */
  readonly isGuarded: boolean;
}

const refused = (code: ReadingCode, words: CellRefused['words'] = {}) => refuse({ code, words });

/** Reads one cell into what `readContent` takes. A blank cell is not known: null. */
export function readFieldCell(
  field: SingleField,
  cell: FileCell | undefined,
  context: CellContext,
  published: unknown = null,
): Result<unknown, CellRefused> {
  if (cell === undefined || isBlank(cell)) return accept(null);
  if (typeof cell === 'object' && cell.kind === 'error') return refused('formula-error');
  const text = cellText(cell);
  if (text.endsWith(cutMark)) return isCutOf(text, published) ? accept(published) : refused('was-cut');
  if (text.includes('\ufffd')) return refused('replaced-characters');
  switch (field.type) {
    case 'text':
      // A date here was words before a spreadsheet took them for one, and what they were is lost.
      return typeof cell === 'object' && cell.kind === 'day'
        ? refused('became-a-date')
        : accept(plainText(text, context.isGuarded, published));
    case 'choice':
      return readChoice(field.values, text, context.known);
    case 'code':
      return readCode(text, context.known.codes(field.list, text));
    case 'reference':
      return readReference(text, context.known.records(field.to, text));
    case 'record':
      return isPublicIdentifier(text.trim()) ? accept(text.trim()) : refused('not-an-identifier');
    case 'date': {
      const read = readDateCell(cell, context.conventions);
      return read.ok ? read : refused(read.problem);
    }
    case 'number':
      return readNumber(field.unit === 'percent', cell, context);
    case 'money':
      return readMoney(cell, context);
    case 'yes-no':
      return readYesNo(cell);
    case 'geometry': {
      const geometry = readGeometryText(text);
      return geometry === null ? refused('not-a-geometry') : accept(geometry);
    }
  }
}

/** A workbook's cell holds 32,767 characters; what Cornerstone had to cut there is unchanged as far as it goes. */
export function isCutOf(text: string, published: unknown): boolean {
  const whole = typeof published === 'string' ? published : JSON.stringify(published);
  return published !== null && text.endsWith(cutMark) && whole.startsWith(text.slice(0, -cutMark.length));
}

/**
 * A CSV guards what a spreadsheet would run and a workbook does not; each may have been saved as the other. What then
 * stands there with or without its apostrophe, as it is published, has not been changed.
 */
function plainText(text: string, isGuarded: boolean, published: unknown): string {
  const asIs = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const rearmed = rearm(asIs);
  const [likely, other] = isGuarded ? [rearmed, asIs] : [asIs, rearmed];
  return other === published ? other : likely;
}

function readChoice(values: readonly string[], text: string, known: Known): Result<string, CellRefused> {
  const plain = text.trim();
  if (values.includes(plain)) return accept(plain);
  const [found, ...others] = known.choices(values, plain);
  if (others.length > 0) return refused('several-so-called', { choices: [found, ...others].join(', ') });
  return found === undefined ? refused('not-a-choice', { choices: values.join(', ') }) : accept(found);
}

function readCode(text: string, named: readonly string[]): Result<string, CellRefused> {
  const plain = text.trim();
  if (named.includes(plain)) return accept(plain);
  if (named.length > 1) return refused('several-so-called', { choices: named.join(', ') });
  // What has the form of a code is looked up when the row is checked: another file may bring it.
  const [found = /^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(plain) ? plain : undefined] = named;
  return found === undefined ? refused('unknown-code') : accept(found);
}

function readReference(text: string, named: readonly string[]): Result<string, CellRefused> {
  const plain = text.trim();
  if (named.includes(plain)) return accept(plain);
  if (named.length > 1) return refused('several-so-called', { choices: named.slice(0, 10).join(', ') });
  const [found = isPublicIdentifier(plain) ? plain : undefined] = named;
  return found === undefined ? refused('unknown-name') : accept(found);
}

function readNumber(isInPercent: boolean, cell: FileCell, { conventions }: CellContext): Result<number, CellRefused> {
  if (isWithheldWord(cell)) return refused('withheld-word');
  const read = readDecimalCell(cell, conventions);
  if (!read.ok) return refused(read.problem);
  if (read.value.isPercent && !isInPercent) return refused('percent-here');
  const value = Number(read.value.decimal);
  return accept(value === 0 ? 0 : value);
}

/** The public reads this word where a count is withheld; it is no count. */
const isWithheldWord = (cell: FileCell): boolean => typeof cell === 'string' && fold(cell) === 'withheld';

/** An amount in whole units of its currency as whole minor units, exactly; more decimals than it has are refused. */
function readMoney(cell: FileCell, { conventions, currency }: CellContext): Result<string, CellRefused> {
  const read = readDecimalCell(cell, conventions);
  if (!read.ok) return refused(read.problem);
  const match = /^0*(\d+)(?:\.(\d+))?$/.exec(read.value.decimal);
  if (!match || read.value.isPercent) return refused('not-an-amount');
  const [, whole = '', fraction = ''] = match;
  const digits = minorUnitDigits(currency);
  if (fraction.replace(/0+$/, '').length > digits) {
    return refused('too-many-decimals', { digits: String(digits), currency: currency || '—' });
  }
  return accept(`${whole}${fraction.padEnd(digits, '0').slice(0, digits)}`.replace(/^0+(?=\d)/, ''));
}

function readYesNo(cell: FileCell): Result<boolean, CellRefused> {
  if (typeof cell === 'object' && cell.kind === 'yes-no') return accept(cell.value);
  const word = fold(cellText(cell));
  if (yesWords.has(word)) return accept(true);
  return noWords.has(word) ? accept(false) : refused('not-yes-or-no');
}

/** What a cell of a field should hold, for the sentence of a finding. */
export function expectedOf(field: SingleField): Expected {
  const expected = (key: Expected['key'], words: Expected['words'] = {}): Expected => ({ key, words });
  switch (field.type) {
    case 'text':
      return expected(
        (
          {
            line: 'line',
            paragraphs: 'text',
            url: 'address',
            language: 'language',
            currency: 'currency',
            sha256: 'hash',
          } as const
        )[field.form],
        { longest: String(field.longest) },
      );
    case 'choice':
      return expected('choice', { choices: field.values.join(', ') });
    case 'code':
      return expected('code', { list: field.list });
    case 'reference':
      return expected('identifier', { kind: field.to });
    case 'record':
      return expected('identifier', { kind: '' });
    case 'date':
      return expected('date');
    case 'number':
      return expected(field.isWhole ? 'whole-number' : 'number', {
        least: String(field.least),
        most: String(field.most),
        unit: field.unit,
      });
    case 'money':
      return expected('amount');
    case 'yes-no':
      return expected('yes-or-no');
    case 'geometry':
      return expected('geometry');
  }
}
