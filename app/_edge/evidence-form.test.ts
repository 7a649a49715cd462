import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { formAgain, refusalIn } from './evidence-form';
import type { FormWords } from '@/components/forms/form-spec';
import { refusedUpload } from '@/domain/evidence/upload';
import type { Problem } from '@/domain/problem';
import messages from '@/messages/en.json';

const words = createTranslator({ locale: 'en', messages }) as unknown as FormWords; // any key, not only known ones
const { problem: sentences } = messages;

function shownAfter(problem: Problem): string | null {
  const form = new FormData();
  form.set('source', 'photos');
  form.set('caption', 'The bridge');
  const address = new URL(formAgain(form, null, problem), 'http://localhost');
  expect(address.searchParams.get('caption')).toBe('The bridge');
  return refusalIn(Object.fromEntries(address.searchParams), words);
}

describe('the plain form of evidence', () => {
  test.each([
    [refusedUpload('too-large', '15.2', 15), 'The file has 15.2 MiB; at most 15 MiB'],
    [refusedUpload('format', 'HEIC'), 'This is a HEIC file.'],
    [{ kind: 'store-unavailable', because: 'full' }, sentences['store-unavailable-because'].full],
    [{ kind: 'stale-submission' }, sentences['stale-submission']],
    [{ kind: 'empty-submission' }, sentences['upload-refused']],
  ] as const)('says why it was refused: %j', (problem, sentence) => {
    expect(shownAfter(problem)).toContain(sentence);
  });

  test.each([
    { problem: 'Your account is closed. Call 555' },
    { problem: 'upload-refused.no-such-reason' },
    { problem: '__proto__' },
  ])('says nothing of what an address makes up: %j', (asked) => {
    expect(refusalIn(asked, words)).toBe(sentences['upload-refused']);
  });

  test('fills in numbers and formats from an address, and no words', () => {
    const shown = refusalIn({ problem: 'upload-refused.too-large', found: 'call 555', most: '<b>' }, words);
    expect(shown).toContain('The file has  MiB');
  });
});
