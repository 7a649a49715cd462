import * as z from 'zod';
import { readQuestion } from '@/domain/api/read-question';
import { routeOf } from '@/domain/api/routes';
import { accept, refuse } from '@/domain/result';
import { readHandedIn } from '@/server/workspace/read-handed-in';
import { byToken, refusalOfProblem, stateAnswer } from '../../by-token';

export const dynamic = 'force-dynamic';

/** Where a submission of the token's holder stands, with the reviewer's note. */
export const GET = (request: Request, { params }: RouteContext<'/api/v1/submissions/[id]'>): Promise<Response> =>
  byToken(request, async (actor) => {
    const { id } = await params;
    const { pathname, searchParams } = new URL(request.url);
    const route = routeOf('GET', pathname);
    const question = route && readQuestion(route, Object.fromEntries(searchParams));
    if (question && !question.ok) return question;
    if (!z.uuid().safeParse(id).success) return refuse({ kind: 'unknown-submission', values: { id } });
    const state = await readHandedIn(actor, id);
    if (!state.ok) return refuse(refusalOfProblem(state.problem, id));
    return accept({ status: 200, body: stateAnswer(state.value) });
  });
