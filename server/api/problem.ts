import 'server-only';
import { type ApiProblem, apiProblemStatus, type ApiProblemKind, type ApiRefusal } from '@/domain/api/problem';
import { apiWords } from './words';

/** Where the page of the API says more of each refusal. */
export const problemAddress = (baseUrl: string, kind: ApiProblemKind) => `${baseUrl}/en/data/api#problem-${kind}`;

/** The body of a refusal: what was wrong in one sentence, and what there is instead. */
export function problemOf({ kind, values = {}, more = {} }: ApiRefusal, baseUrl: string): ApiProblem {
  return {
    type: problemAddress(baseUrl, kind),
    title: apiWords(`api.problem.${kind}.title`),
    status: apiProblemStatus[kind],
    detail: apiWords(`api.problem.${kind}.detail`, values),
    ...more,
  };
}
