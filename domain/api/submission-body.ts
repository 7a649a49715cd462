import * as z from 'zod';
import { recordKinds } from '../record/kinds';
import { changeActions, proposedChangeSchema } from '../submission/change';
import { submissionStates } from '../submission/process';
import { accept, refuse, type Result } from '../result';

/** What a program sends: a change set with its title. Nothing else is taken in, so that nothing is passed over unseen. */
export const submissionBodySchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  /** Only kept as a draft; without it, or false, it is handed in for review. */
  draft: z.boolean().optional(),
  changes: z
    .array(proposedChangeSchema.extend({ content: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(20_000),
});

export type SubmissionBody = z.output<typeof submissionBodySchema>;

/** Where a submission stands. */
export const submissionStateSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(submissionStates),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decisionNote: z.string().nullable(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(recordKinds),
      slug: z.string(),
      action: z.enum(changeActions),
      publishedVersion: z.int().nullable(),
    }),
  ),
  href: z.url(),
  page: z.url(),
});

export type SubmissionStateAnswer = z.output<typeof submissionStateSchema>;

/** One thing to mend, with the field it is at. */
export interface BodyFinding {
  readonly field: string;
  readonly code: string;
  readonly sentence: string;
}

export type BodyProblem =
  | { readonly kind: 'not-json'; readonly because: string }
  | { readonly kind: 'not-a-submission'; readonly findings: readonly BodyFinding[] };

/** Deeper than any geometry; what is nested further is nothing that a record holds. */
const deepest = 24;

/** Reads a body strictly: one JSON text, no names that programs have a meaning of their own for, nothing that is not asked for. */
export function readSubmissionBody(text: string): Result<SubmissionBody, BodyProblem> {
  if (depthOf(text) > deepest) return refuse({ kind: 'not-json', because: `nested deeper than ${deepest}` });
  let parsed: unknown;
  let hasForbiddenName = false;
  try {
    parsed = JSON.parse(text, (name, value: unknown) => {
      if (name === '__proto__') hasForbiddenName = true;
      return value;
    });
  } catch (error) {
    return refuse({ kind: 'not-json', because: error instanceof Error ? error.message : '' });
  }
  if (hasForbiddenName || text.includes('"__proto__"'))
    return refuse({ kind: 'not-json', because: 'a name in it is __proto__' });
  const read = submissionBodySchema.safeParse(parsed);
  if (read.success) return accept(read.data);
  const findings = read.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    code: code.replaceAll('_', '-'),
    sentence: `${message}.`,
  }));
  return refuse({ kind: 'not-a-submission', findings });
}

/** How deep brackets stand in each other, outside of texts. Counted before parsing, for what is parsed is walked through. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isInText && sign === '\\') index += 1;
    else if (sign === '"') isInText = !isInText;
    else if (!isInText && (sign === '{' || sign === '[')) most = Math.max(most, (depth += 1));
    else if (!isInText && (sign === '}' || sign === ']')) depth -= 1;
  }
  return most;
}

/** The name that a program gives to a submission of its own, so that sending it twice is sending it once. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/);
