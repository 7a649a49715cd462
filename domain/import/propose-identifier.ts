import { identifierFor, namedKinds } from '../form/identifier-for';
import type { Content } from '../record/content';
import type { RecordKind } from '../record/kinds';
import { canonical } from '../submission/compare';
import { keyOfOwnIdentifier, type OwnIdentifier } from './own-identifier';

export interface NewRow {
  readonly kind: RecordKind;
  readonly content: Content;
  readonly ownIdentifier: OwnIdentifier | null;
}

/**
 * Which public identifiers a row that has none may have, the most readable first. They depend on what the row says alone
 * (on the publisher's own number where there is one), so that the same file brought twice names the same records and makes
 * no second ones.
 *
 * The first that is published already names this record when the row then changes nothing in it, or when it ends in the
 * row's own mark. A record that is only called the same is a likely duplicate, and a person decides; if it is another
 * one, the next identifier is taken.
 */
export function identifierCandidates({ kind, content, ownIdentifier }: NewRow): readonly string[] {
  const mark = markOf(ownIdentifier ? keyOfOwnIdentifier(ownIdentifier) : canonical(content));
  const proposed = identifierFor(kind, content, mark);
  return namedKinds.includes(kind) && !proposed.endsWith(`-${mark}`) ? [proposed, `${proposed}-${mark}`] : [proposed];
}

/** Seven letters and digits of a text: FNV-1a over its UTF-16, 53 bits of it. */
export function markOf(text: string): string {
  let high = 0xcbf2_9ce4;
  let low = 0x8422_2325;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x0100_0193) >>> 0;
    high = Math.imul(high ^ (unit + (low & 0xffff)), 0x0100_0193) >>> 0;
  }
  const bits = BigInt(high) * 0x1_0000_0000n + BigInt(low);
  return (bits % 36n ** 7n).toString(36).padStart(7, '0');
}
