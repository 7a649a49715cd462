import { claimFields, claimKinds, disagreementNatures } from '../vocabulary';
import { rowsOf, textOf, type Content, type Row } from './content';
import { defineRecord } from './define';
import { choice, list, paragraphs, recordOf, reference, required, text, yesNo } from './field';
import { error, type Finding } from './finding';
import { isKnown } from './rules';

/** What sources say differently about one thing; the claims stand side by side, and none disappears. */
export const disagreement = defineRecord({
  kind: 'disagreement',
  fields: {
    title: required(text()),
    nature: required(choice(disagreementNatures)),
    projectSlug: reference('project'),
    placeSlug: reference('place'),
    landmarkSlug: reference('landmark'),
    claims: required(
      list({
        recordKind: choice(claimKinds),
        recordSlug: recordOf('recordKind'),
        field: choice(claimFields),
        value: text(500),
        statedBySlug: reference('organisation'),
        sourceSlug: reference('source'),
        isPreferred: yesNo(),
      }),
    ),
    preferredReason: paragraphs(),
    statements: list({
      statedBySlug: required(reference('organisation')),
      statement: required(text(1000)),
      sourceSlug: required(reference('source')),
    }),
    explanation: required(paragraphs()),
  },
  check: (content) => [
    ...rowsOf(content, 'claims').flatMap(isOnRecordOrStated),
    ...areDistinct(rowsOf(content, 'claims')),
    ...standBeside(content),
    ...preferredWithReason(content),
  ],
});

/** A claim is a record, or, where no record holds it, a value with who states it and where. */
function isOnRecordOrStated(claim: Row, position: number): readonly Finding[] {
  const at = (field: string) => `claims.${position}.${field}`;
  if (claim.recordKind !== null || claim.recordSlug !== null) {
    if (claim.recordKind === null) return [error('needs-other', at('recordKind'), { other: 'recordSlug' })];
    if (claim.recordSlug === null) return [error('needs-other', at('recordSlug'), { other: 'recordKind' })];
    // The record's count may be withheld, and these words are not.
    return claim.recordKind === 'resettlement' && claim.value !== null
      ? [error('not-both', at('value'), { other: 'recordKind' })]
      : [];
  }
  if (claim.value === null) return [error('required', at('recordKind'))];
  return (['statedBySlug', 'sourceSlug'] as const).flatMap((field) =>
    claim[field] === null ? [error('needs-other', at(field), { other: 'value' })] : [],
  );
}

/** One record may hold two claims only of two of its fields, or of a value that it tells in words. */
function areDistinct(claims: readonly Row[]): readonly Finding[] {
  const seen = new Set<string>();
  return claims.flatMap(({ recordKind, recordSlug, field, value }, position) => {
    const key = JSON.stringify([recordKind, recordSlug, field, value]);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [error('repeated', `claims.${position}.recordSlug`)] : [];
  });
}

/** One claim alone has no rival, and a promise moves only from one day to another. */
function standBeside(content: Content): readonly Finding[] {
  const needsTwo = textOf(content, 'nature') !== 'note';
  return needsTwo && rowsOf(content, 'claims').length === 1 ? [error('needs-another', 'claims')] : [];
}

/** At most one is preferred, only among rivals, and never without a reason. */
function preferredWithReason(content: Content): readonly Finding[] {
  const preferred = rowsOf(content, 'claims').flatMap(({ isPreferred }, position) =>
    isPreferred === true ? [position] : [],
  );
  const [first, ...others] = preferred;
  if (first === undefined) {
    return isKnown(content, 'preferredReason') ? [error('needs-other', 'claims', { other: 'preferredReason' })] : [];
  }
  return [
    ...others.map((position) => error('repeated', `claims.${position}.isPreferred`)),
    ...(textOf(content, 'nature') === 'rival_claims'
      ? []
      : [error('not-both', `claims.${first}.isPreferred`, { other: 'nature' })]),
    ...(isKnown(content, 'preferredReason') ? [] : [error('needs-reason', 'preferredReason')]),
  ];
}
