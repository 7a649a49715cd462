import * as z from 'zod';
import { recordKinds } from '../record/kinds';

/**
 * What the API refuses, each with its status. The sentence and the title stand in `messages/` under `api.problem.<kind>`;
 * the address of the kind is its heading on the page of the API.
 */
export const apiProblemStatus = {
  'unknown-parameter': 400,
  'unknown-value': 400,
  'not-a-past-day': 400,
  'reversed-days': 400,
  'not-a-cursor': 400,
  'not-a-limit': 400,
  'no-key': 400,
  'not-json': 400,
  'no-token': 401,
  'wrong-token': 401,
  'not-permitted': 403,
  'unknown-address': 404,
  'unknown-record': 404,
  'unknown-submission': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'stale-records': 409,
  'key-in-use': 409,
  'withdrawn-record': 410,
  'no-length': 411,
  'too-long': 413,
  'not-this-media-type': 415,
  'not-a-submission': 422,
  'invalid-changes': 422,
  'key-of-other-content': 422,
  'too-many-requests': 429,
  'not-made': 500,
  'too-busy': 503,
} as const;

export type ApiProblemKind = keyof typeof apiProblemStatus;

export const problemMediaType = 'application/problem+json';

/** One thing to mend or to answer for in a change set: of which record, at which field. */
const findingSchema = z.object({
  kind: z.enum(recordKinds).nullable(),
  slug: z.string().nullable(),
  field: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  sentence: z.string(),
});

export type ApiFinding = z.output<typeof findingSchema>;

/** A record that was published anew after the change was made from it. */
const staleRecordSchema = z.object({
  kind: z.enum(recordKinds),
  slug: z.string(),
  yours: z.int().nullable(),
  current: z.int().nullable(),
});

/** RFC 9457, with members of our own: what was wrong, what was found, and what there is instead. */
export const apiProblemSchema = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameter: z.string().optional(),
    found: z.string().optional(),
    allowed: z.array(z.string()).optional(),
    retryAfterSeconds: z.int().optional(),
    findings: z.array(findingSchema).optional(),
    records: z.array(staleRecordSchema).optional(),
  })
  .loose();

export type ApiProblem = z.output<typeof apiProblemSchema>;

/** What is refused, with what its sentence says of it. */
export interface ApiRefusal {
  readonly kind: ApiProblemKind;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly more?: Partial<
    Pick<ApiProblem, 'parameter' | 'found' | 'allowed' | 'retryAfterSeconds' | 'findings' | 'records'>
  >;
}
