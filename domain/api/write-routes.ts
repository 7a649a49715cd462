import * as z from 'zod';
import { recordKinds } from '../record/kinds';
import { exampleState, exampleSubmission } from './example-submission';
import type { ApiProblemKind } from './problem';
import type { ApiRoute } from './route';
import { idempotencyKeySchema, submissionBodySchema, submissionStateSchema } from './submission-body';

const json = 'application/json';
const always = ['method-not-allowed', 'not-acceptable', 'too-many-requests', 'not-made', 'too-busy'] as const;
const withToken = ['no-token', 'wrong-token', 'not-permitted', ...always] as const satisfies readonly ApiProblemKind[];

const state = {
  mediaType: json,
  schema: submissionStateSchema,
  named: { SubmissionState: submissionStateSchema },
  example: exampleState,
};

/** What a program does with a token: it hands in change sets and asks what became of them. Nothing here publishes. */
export const writeRoutes: readonly ApiRoute[] = [
  {
    id: 'handInSubmission',
    method: 'POST',
    path: '/submissions',
    folder: 'submissions',
    access: 'token',
    rate: 'records',
    tag: 'writing',
    about: { key: 'api.route.handIn' },
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        isRequired: true,
        schema: idempotencyKeySchema,
        example: 'bridge-2026-06',
        about: { key: 'api.parameter.idempotencyKey' },
      },
    ],
    body: {
      mediaType: json,
      schema: submissionBodySchema,
      named: { Submission: submissionBodySchema },
      example: exampleSubmission,
    },
    answer: { status: 201, ...state },
    problems: [
      'no-key',
      'not-json',
      'not-this-media-type',
      'not-a-submission',
      'no-length',
      'too-long',
      'key-in-use',
      'key-of-other-content',
      'stale-records',
      'invalid-changes',
      ...withToken,
    ],
  },
  {
    id: 'readSubmission',
    method: 'GET',
    path: '/submissions/{id}',
    folder: 'submissions/[id]',
    access: 'token',
    rate: 'records',
    tag: 'writing',
    about: { key: 'api.route.submission' },
    parameters: [
      { name: 'id', in: 'path', isRequired: true, schema: z.uuid(), about: { key: 'api.parameter.submissionId' } },
    ],
    body: null,
    answer: { status: 200, ...state },
    problems: ['unknown-parameter', 'unknown-submission', ...withToken],
  },
  {
    id: 'readContentSchema',
    method: 'GET',
    path: '/schemas/{kind}.json',
    folder: 'schemas/[file]',
    access: 'anyone',
    rate: 'descriptions',
    tag: 'writing',
    about: { key: 'api.route.contentSchema' },
    parameters: [
      {
        name: 'kind',
        in: 'path',
        isRequired: true,
        schema: z.enum(recordKinds),
        example: 'progress_report',
        about: { key: 'api.parameter.kind' },
      },
    ],
    body: null,
    answer: { status: 200, mediaType: json, schema: z.looseObject({ $id: z.url(), title: z.string() }) },
    problems: ['unknown-parameter', 'unknown-address', ...always],
  },
];
