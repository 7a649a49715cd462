import { findingSentence } from '@/app/_edge/finding-sentences';
import { problemSentence } from '@/app/_edge/problem-sentence';
import type { SubmissionStateAnswer } from '@/domain/api/submission-body';
import { type ApiFinding, type ApiRefusal, apiProblemStatus, problemMediaType } from '@/domain/api/problem';
import { apiRoot } from '@/domain/api/route';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { openToAnyPage } from '@/server/api/headers';
import { problemOf } from '@/server/api/problem';
import { apiWords } from '@/server/api/words';
import { countByToken } from '@/server/auth/token-rate';
import { readTokenActor } from '@/server/auth/tokens';
import { baseUrl } from '@/server/env';
import type { HandedInState } from '@/server/workspace/read-handed-in';

export interface Answered {
  readonly status: 200 | 201;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers what is asked with a token: who asks is read from the database on this request, and how often is counted by token. */
export async function byToken(
  request: Request,
  act: (actor: Actor) => Promise<Result<Answered, ApiRefusal>>,
): Promise<Response> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return refused({ kind: 'no-token' }, { 'www-authenticate': 'Bearer' });
  const actor = await readTokenActor(token);
  if (!actor?.token) return refused({ kind: 'wrong-token' }, { 'www-authenticate': 'Bearer error="invalid_token"' });

  const { headers, retryAfterSeconds: seconds } = await countByToken(actor.token.id);
  if (seconds !== null)
    return refused({ kind: 'too-many-requests', values: { seconds }, more: { retryAfterSeconds: seconds } }, headers);
  const answered = await act(actor);
  if (!answered.ok) return refused(answered.problem, headers);
  const { status, body, headers: more } = answered.value;
  return send(status, 'application/json', body, { ...headers, ...more });
}

const refused = (refusal: ApiRefusal, headers: Readonly<Record<string, string>> = {}) =>
  send(apiProblemStatus[refusal.kind], problemMediaType, problemOf(refusal, baseUrl()), {
    'content-language': 'en',
    ...headers,
  });

const send = (status: number, mediaType: string, body: unknown, headers: Readonly<Record<string, string>>) =>
  new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      ...openToAnyPage,
      'content-type': `${mediaType}; charset=utf-8`,
      // Of one person: nobody keeps it.
      'cache-control': 'no-store',
      ...headers,
    },
  });

/** What the commands refuse, as the API says it. Whose submission another one is, is nobody's business: it is not there. */
export function refusalOfProblem(problem: Problem, submissionId = ''): ApiRefusal {
  switch (problem.kind) {
    case 'not-found':
      return { kind: 'unknown-submission', values: { id: submissionId } };
    case 'not-permitted':
      if (problem.because === 'only-author') return { kind: 'unknown-submission', values: { id: submissionId } };
      return { kind: 'not-permitted', values: { sentence: problemSentence(problem, apiWords) } };
    case 'key-in-use':
    case 'key-of-other-content':
      return { kind: problem.kind };
    case 'stale-records': {
      const records = problem.records.map(({ recordKind: kind, slug, yours, current }) => ({
        kind,
        slug,
        yours,
        current,
      }));
      return { kind: 'stale-records', values: { count: records.length }, more: { records } };
    }
    case 'invalid-changes': {
      const findings = problem.changes.flatMap(({ recordKind: kind, slug, findings: found }) =>
        found.map(
          (finding): ApiFinding => ({
            kind,
            slug,
            field: finding.path,
            code: finding.code,
            severity: finding.severity,
            sentence: findingSentence(kind, finding, apiWords),
          }),
        ),
      );
      return { kind: 'invalid-changes', values: { count: findings.length }, more: { findings } };
    }
    default:
      throw new Error(`Handing in is not refused so: ${problem.kind}`);
  }
}

/** Where a submission stands, with the ways to it. */
export function stateAnswer(state: HandedInState): SubmissionStateAnswer {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: state.id,
    title: state.title,
    state: state.state,
    createdAt: state.createdAt.toISOString(),
    submittedAt: iso(state.submittedAt),
    decidedAt: iso(state.decidedAt),
    decisionNote: state.decisionNote,
    changes: [...state.changes],
    href: `${baseUrl()}${apiRoot}/submissions/${state.id}`,
    page: `${baseUrl()}/en/workspace/submissions/${state.id}`,
  };
}
