import type { Row } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import type { Problem } from '@/domain/problem';
import type { FormWords } from '@/components/forms/form-spec';
import { refusedUpload, storeFailures, uploadRefusals } from '@/domain/evidence/upload';
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

/**
 * The address of the form with everything that was typed: a form without JavaScript loses nothing when it is refused. Why it was
 * refused is a code, never a sentence: an address can be made up by anyone, and the page must say nothing that we did not write.
 * What is wrong with a field is worked out again from what was typed.
 */
export function formAgain(form: FormData, hash: string | null, problem: Problem): string {
  const asked = new URLSearchParams();
  for (const name of ['submission', 'reason', ...evidenceFields]) {
    const typed = typedIn(form, name).slice(0, 500);
    if (typed) asked.set(name, typed);
  }
  if (hash) asked.set('hash', hash);
  if (problem.kind === 'invalid-form') asked.set('problem', problem.kind);
  else if (problem.kind === 'upload-refused') {
    asked.set('problem', `${problem.kind}.${problem.because}`);
    if (problem.found) asked.set('found', problem.found);
    if (problem.most) asked.set('most', problem.most);
  } else asked.set('problem', 'because' in problem ? `${problem.kind}.${problem.because}` : problem.kind);
  return `/${localeIn(form)}/workspace/evidence/${encodeURIComponent(typedIn(form, 'source'))}?${asked}`;
}

/** The sentence of a code in an address; of a code that is none of ours, that the file was not taken in. */
export function refusalIn(asked: Readonly<Record<string, string>>, words: FormWords): string | null {
  const { problem: code = '', found = '', most = '' } = asked;
  if (code === '' || code === 'invalid-form') return null;
  const [kind, because] = code.split('.');
  const stored = storeFailures.find((one) => one === because);
  const refusal = uploadRefusals.find((one) => one === because);
  if (kind === 'upload-refused' && refusal) {
    return problemSentence(refusedUpload(refusal, plainValue(found), plainValue(most)), words);
  }
  if (kind === 'store-unavailable' && stored) return problemSentence({ kind, because: stored }, words);
  const plain = plainProblems.find((one) => one === kind);
  return words(`problem.${plain ?? 'upload-refused'}`);
}

/** Those that a draft can be refused for while a file is put into it. */
const plainProblems = ['not-permitted', 'stale-submission', 'invalid-changes'] as const;

/** A number or the name of a format, as our own refusals fill in. */
const plainValue = (text: string): string => (/^(\d{1,6}(\.\d)?|[A-Z0-9]{1,5})$/.test(text) ? text : '');

export const localeIn = (form: FormData): string =>
  /^[a-z]{2}$/.test(typedIn(form, 'locale')) ? typedIn(form, 'locale') : 'en';
