import { readDateSpan, type DateSpan } from '../calendar';
import { numberOf, rowsOf, textOf, type Content } from './content';
import { error, type Finding } from './finding';

/** The date a field holds, or null when it is not known. Content has passed its schema, so it can be read. */
export function spanOf(content: Content, field: string): DateSpan | null {
  const span = readDateSpan(textOf(content, field) ?? '');
  return span.ok ? span.value : null;
}

/** Something cannot end before it begins: refused only when the latest it may end is before the earliest it may begin. */
export function inOrder(content: Content, first: string, then: string): readonly Finding[] {
  const begins = spanOf(content, first);
  const ends = spanOf(content, then);
  return begins && ends && ends.last < begins.first ? [error('dates-out-of-order', then, { other: first })] : [];
}

/** One field makes no sense without another: an amount without its currency, a factor without an estimate. */
export function needs(content: Content, field: string, other: string): readonly Finding[] {
  return isKnown(content, field) && !isKnown(content, other) ? [error('needs-other', other, { other: field })] : [];
}

export function atLeastOneOf(content: Content, fields: readonly [string, ...string[]]): readonly Finding[] {
  return fields.some((field) => isKnown(content, field)) ? [] : [error('required', fields[0])];
}

/** A figure speaks of a day. Only what was recalled without a checked page may lack one, and is shown as not known. */
export function hasReferenceDate(content: Content, field: string): readonly Finding[] {
  return isKnown(content, field) || textOf(content, 'obtained') === 'recalled' ? [] : [error('required', field)];
}

/** The same thing is listed once. */
export function withoutRepeats(content: Content, list: string, key: string): readonly Finding[] {
  const seen = new Set<unknown>();
  return rowsOf(content, list).flatMap((row, position) => {
    const isRepeated = seen.has(row[key]);
    seen.add(row[key]);
    return isRepeated ? [error('repeated', `${list}.${position}.${key}`)] : [];
  });
}

export function pointIsWhole(content: Content): readonly Finding[] {
  return [...needs(content, 'latitude', 'longitude'), ...needs(content, 'longitude', 'latitude')];
}

export const isKnown = (content: Content, field: string): boolean =>
  content[field] !== null && content[field] !== undefined;

export const isTrue = (content: Content, field: string): boolean => content[field] === true;

export const numberIn = numberOf;
