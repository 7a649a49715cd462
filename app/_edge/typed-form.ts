import * as z from 'zod';
import type { TypedForm } from '@/components/forms/form-state';
import { rawFromValues } from '@/domain/form/form-values';
import { identifierFor } from '@/domain/form/identifier-for';
import type { Finding } from '@/domain/record/finding';
import { isPublicIdentifier } from '@/domain/record/identifier';
import { recordKinds } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { changeActions, type ProposedChange } from '@/domain/submission/change';
import { reasonKinds } from '@/domain/vocabulary';

const typedRecord = z.strictObject({
  kind: z.enum(recordKinds),
  slug: z.string().max(300),
  replaces: z.string().max(300).nullable(),
  action: z.enum(changeActions),
  baseVersion: z.number().int().positive().nullable(),
  reasonKind: z.enum(reasonKinds),
  reason: z.string().max(2000),
  answer: z.string().max(2000),
  withOwned: z.boolean().optional(),
  values: z.record(z.string().max(200), z.string().max(100_000)),
});

/** What a form may send. Its text is whatever was typed; only its shape is given. */
export const typedForm: z.ZodType<TypedForm> = z.strictObject({
  submissionId: z.uuid().nullable(),
  rowVersion: z.number().int().positive().nullable(),
  idempotencyKey: z.uuid(),
  removed: z.array(z.strictObject({ kind: z.enum(recordKinds), slug: z.string().max(300) })).max(50),
  intent: z.enum(['save', 'submit']),
  records: z.array(typedRecord).min(1).max(50),
});

export interface TypedChange {
  readonly change: ProposedChange;
  readonly replaces: string | null;
  /** What only the form can see; the rest is found when the change set is checked. */
  readonly findings: readonly Finding[];
}

export function typedChanges({ records: typed, idempotencyKey }: TypedForm): readonly TypedChange[] {
  return typed.map((record, index) => {
    const { raw, findings } = rawFromValues(records[record.kind], record.values);
    // The key of the form marks what has no name of its own: a form sent twice gives the same identifiers.
    const mark = `${idempotencyKey.slice(-6)}${index === 0 ? '' : index}`;
    const isWritten = record.slug !== '' && (record.kind !== 'code' || record.action !== 'add');
    const slug = isWritten ? record.slug : identifierFor(record.kind, raw, mark);
    return {
      change: {
        kind: record.kind,
        slug,
        action: record.action,
        baseVersion: record.action === 'add' ? null : record.baseVersion,
        content: raw,
        reasonKind: record.reasonKind,
        reason: record.reason.trim() || null,
        answer: record.answer.trim() || null,
      },
      replaces: record.replaces,
      findings: isPublicIdentifier(slug)
        ? findings
        : [...findings, { code: 'not-an-identifier', severity: 'error', path: 'slug', words: { found: slug } }],
    };
  });
}

/** The change set with what was typed in place of what it replaces, without what was removed; what is new comes last. */
export function mergeChanges(
  existing: readonly ProposedChange[],
  typed: readonly TypedChange[],
  removed: TypedForm['removed'],
): readonly ProposedChange[] {
  const replacement = ({ kind, slug }: ProposedChange) =>
    typed.find(({ change, replaces }) => change.kind === kind && (replaces ?? change.slug) === slug)?.change;
  const kept = existing
    .filter(({ kind, slug }) => !removed.some((each) => each.kind === kind && each.slug === slug))
    .map((change) => replacement(change) ?? change);
  const added = typed.flatMap(({ change }) => (kept.includes(change) ? [] : [change]));
  return [...kept, ...added];
}
