import { type Content, textOf } from './content';
import { error, type Finding } from './finding';
import { confidences, nameKinds, obtainments, verifications } from '../vocabulary';
import { choice, language, list, paragraphs, reference, required, text, whole, yesNo } from './field';

/** What travels with every figure: its source, whose statement it is, how it was obtained, how far it is verified. */
export const statement = {
  sourceSlug: required(reference('source')),
  statedBySlug: required(reference('organisation')),
  reportedBy: text(),
  obtained: required(choice(obtainments)),
  verification: required(choice(verifications)),
  verifiedBySlug: reference('organisation'),
  note: paragraphs(),
} as const;

/** Who has verified a figure is named, and is somebody else than who states it; where nobody has, nobody is named. */
export function verifierIsNamed(content: Content): readonly Finding[] {
  const verifier = textOf(content, 'verifiedBySlug');
  if (textOf(content, 'verification') !== 'verified') {
    return verifier === null ? [] : [error('not-both', 'verifiedBySlug', { other: 'verification' })];
  }
  if (verifier === null) return [error('needs-other', 'verifiedBySlug', { other: 'verification' })];
  return verifier === textOf(content, 'statedBySlug') ? [error('not-independent', 'verifiedBySlug')] : [];
}

/** How sure the compiler of a table of facts was of a row: 1 is good, 2 is thin or stale. */
export const compilersView = {
  confidence: choice(confidences),
  tier: whole('tier', 1, 2),
} as const;

/** Other pages that say the same, or more. */
export const furtherSources = list({ sourceSlug: required(reference('source')) });

/** Names in several languages and spellings; nothing ranks them but their kind and the reader's language. */
export const names = list({
  language: required(language()),
  name: required(text()),
  kind: required(choice(nameKinds)),
  isMain: yesNo(),
});
