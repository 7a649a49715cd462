import type { Row } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import type { Problem } from '@/domain/problem';
import type { FormWords } from '@/components/forms/form-spec';
import { problemSentence } from './problem-sentence';

const list = records.source.fields.evidence;
/** What goes with a file, in the order of the form; `hash` is the file itself. */
export const evidenceFields = list?.type === 'list' ? Object.keys(list.fields).filter((name) => name !== 'hash') : [];

export const typedIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

export const rowOf = (form: FormData, hash: string): Row => ({
  hash,
  ...Object.fromEntries(evidenceFields.map((name) => [name, typedIn(form, name) || null])),
});

/** The address of the form with everything that was typed: a form without JavaScript loses nothing when it is refused. */
export function formAgain(form: FormData, hash: string | null, problem: Problem, words: FormWords): string {
  const asked = new URLSearchParams();
  for (const name of ['submission', 'reason', ...evidenceFields]) {
    const typed = typedIn(form, name).slice(0, 500);
    if (typed) asked.set(name, typed);
  }
  if (hash) asked.set('hash', hash);
  if (problem.kind === 'invalid-form') {
    for (const { path, code, words: filled } of problem.findings) {
      asked.append('wrong', `${path}:${words(`finding.${code}`, filled)}`.slice(0, 500));
    }
  } else asked.set('problem', problemSentence(problem, words));
  return `/${localeIn(form)}/workspace/evidence/${encodeURIComponent(typedIn(form, 'source'))}?${asked}`;
}

export const localeIn = (form: FormData): string =>
  /^[a-z]{2}$/.test(typedIn(form, 'locale')) ? typedIn(form, 'locale') : 'en';
