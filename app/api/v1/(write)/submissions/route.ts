import { type BodyProblem, idempotencyKeySchema, readSubmissionBody } from '@/domain/api/submission-body';
import type { ApiRefusal } from '@/domain/api/problem';
import { apiRoot } from '@/domain/api/route';
import type { Actor } from '@/domain/permission';
import { accept, refuse, type Result } from '@/domain/result';
import { handIn } from '@/server/commands/hand-in';
import { baseUrl } from '@/server/env';
import { readHandedIn } from '@/server/workspace/read-handed-in';
import { type Answered, byToken, refusalOfProblem, stateAnswer } from '../by-token';

export const dynamic = 'force-dynamic';

/** A program hands in a change set for its holder. It is reviewed by somebody else; nothing is published here. */
export const POST = (request: Request): Promise<Response> => byToken(request, (actor) => takeIn(request, actor));

async function takeIn(request: Request, actor: Actor): Promise<Result<Answered, ApiRefusal>> {
  const key = idempotencyKeySchema.safeParse(request.headers.get('idempotency-key'));
  if (!key.success) return refuse({ kind: 'no-key' });
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    return refuse({ kind: 'not-this-media-type' });
  const text = await readText(request);
  const body = text === null ? null : readSubmissionBody(text);
  if (!body) return refuse({ kind: 'not-json', values: { because: 'its bytes are not UTF-8' } });
  if (!body.ok) return refuse(refusalOfBody(body.problem));

  const { title, changes, draft = false } = body.value;
  const handed = await handIn(actor, { title, changes, isDraft: draft, key: key.data });
  if (!handed.ok) return refuse(refusalOfProblem(handed.problem));
  const { submissionId, isNew } = handed.value;
  // What it has just handed in a program may see, whatever its scopes: its person may.
  const { token: _, ...person } = actor;
  const state = await readHandedIn(person, submissionId);
  if (!state.ok) return refuse(refusalOfProblem(state.problem, submissionId));
  return accept({
    status: 201,
    body: stateAnswer(state.value),
    headers: {
      location: `${baseUrl()}${apiRoot}/submissions/${submissionId}`,
      'idempotency-replayed': String(!isNew),
    },
  });
}

/** Null: its bytes are no text. */
async function readText(request: Request): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
  } catch {
    return null;
  }
}

function refusalOfBody(problem: BodyProblem): ApiRefusal {
  if (problem.kind === 'not-json') return { kind: 'not-json', values: { because: problem.because } };
  const findings = problem.findings.map(
    (finding) => ({ kind: null, slug: null, severity: 'error', ...finding }) as const,
  );
  return { kind: 'not-a-submission', values: { count: findings.length }, more: { findings } };
}
