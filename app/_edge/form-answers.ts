import type { FormWords } from '@/components/forms/form-spec';
import type { FormState } from '@/components/people/form-state';
import type { Problem } from '@/domain/problem';
import type { Finding } from '@/domain/record/finding';
import { problemSentence } from './problem-sentence';

/** What a refused form shows: the sentence, or the fields to mend, beside all that was typed but passwords. */
export function refusedForm(t: FormWords, { attempt }: FormState, problem: Problem, form: FormData): FormState {
  const answer = { attempt: attempt + 1, typed: typedIn(form), done: null, link: null };
  const field = fieldOf(problem);
  if (problem.kind === 'invalid-form')
    return { ...answer, message: null, errors: sentencesByField(t, problem.findings) };
  if (field) return { ...answer, message: null, errors: { [field]: [problemSentence(problem, t)] } };
  return { ...answer, message: problemSentence(problem, t), errors: {} };
}

/** What a form shows that was accepted, and stays on the page. */
export const acceptedForm = ({ attempt }: FormState, done: string, link: string | null = null): FormState => ({
  attempt: attempt + 1,
  message: null,
  errors: {},
  typed: {},
  done,
  link,
});

function fieldOf({ kind }: Problem): string | null {
  if (kind === 'weak-password') return 'newPassword';
  return kind === 'email-taken' ? 'email' : null;
}

function sentencesByField(t: FormWords, findings: readonly Finding[]): Record<string, readonly string[]> {
  const errors: Record<string, readonly string[]> = {};
  for (const { path, code, words } of findings) errors[path] = [...(errors[path] ?? []), t(`finding.${code}`, words)];
  return errors;
}

function typedIn(form: FormData): Record<string, readonly string[]> {
  const kept = [...form.entries()].filter(([name, value]) => typeof value === 'string' && !/password|^\$/i.test(name));
  return Object.fromEntries(kept.map(([name]) => [name, form.getAll(name).map(String)]));
}
