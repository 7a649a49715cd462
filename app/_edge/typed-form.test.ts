import { describe, expect, test } from 'vitest';
import type { TypedForm, TypedRecord } from '@/components/forms/form-state';
import type { ProposedChange } from '@/domain/submission/change';
import { mergeChanges, typedChanges, typedForm } from './typed-form';

const aRecord = (facts: Partial<TypedRecord> = {}): TypedRecord => ({
  kind: 'organisation',
  slug: '',
  replaces: null,
  action: 'add',
  baseVersion: null,
  reasonKind: 'first_publication',
  reason: '',
  answer: '',
  values: { name: 'A ministry' },
  ...facts,
});
const aForm = (...records: readonly TypedRecord[]): TypedForm => ({
  submissionId: null,
  rowVersion: null,
  idempotencyKey: '7b0c3c1e-2f0b-4b8e-9c55-0123456789ab',
  removed: [],
  intent: 'submit',
  records,
});

describe('what a form sends', () => {
  test('is read as changes, identified by what they say', () => {
    expect(typedChanges(aForm(aRecord()))).toMatchObject([
      {
        change: { slug: 'a-ministry', action: 'add', content: { name: 'A ministry', website: null }, reason: null },
        findings: [],
      },
    ]);
  });

  test('is identified the same when it is sent twice', () => {
    const form = aForm(aRecord({ kind: 'source', values: { publisher: 'Ministry', title: 'Bulletin' } }));
    expect(typedChanges(form)).toEqual(typedChanges(form));
    expect(typedChanges(form)[0]?.change.slug).toBe('ministry-bulletin-6789ab');
  });

  test('is refused an identifier that is none, beside the identifier', () => {
    const [typed] = typedChanges(aForm(aRecord({ slug: 'Not One' })));
    expect(typed?.findings).toMatchObject([{ code: 'not-an-identifier', path: 'slug', words: { found: 'Not One' } }]);
  });

  test('may hold any text and no other shape', () => {
    expect(typedForm.safeParse(aForm(aRecord({ values: { name: '<b>\u0000' } }))).success).toBe(true);
    expect(typedForm.safeParse({ ...aForm(aRecord()), isAdministrator: true }).success).toBe(false);
    expect(typedForm.safeParse(aForm()).success).toBe(false);
  });
});

describe('a draft into which a record is sent', () => {
  const inDraft = (slug: string): ProposedChange => ({
    kind: 'organisation',
    slug,
    action: 'add',
    baseVersion: null,
    content: {},
    reasonKind: 'first_publication',
    reason: null,
    answer: null,
  });
  const slugs = (changes: readonly ProposedChange[]) => changes.map(({ slug }) => slug);

  test('keeps its other records and their order', () => {
    const typed = typedChanges(aForm(aRecord({ slug: 'two' }), aRecord({ slug: 'four' })));
    const merged = mergeChanges([inDraft('one'), inDraft('two'), inDraft('three')], typed, []);
    expect(slugs(merged)).toEqual(['one', 'two', 'three', 'four']);
    expect(merged[1]?.content).toMatchObject({ name: 'A ministry' });
  });

  test('follows a record that got another identifier', () => {
    const typed = typedChanges(aForm(aRecord({ slug: 'renamed', replaces: 'one' })));
    expect(slugs(mergeChanges([inDraft('one'), inDraft('two')], typed, []))).toEqual(['renamed', 'two']);
  });

  test('loses what was removed', () => {
    const typed = typedChanges(aForm(aRecord({ slug: 'two' })));
    const removed = [{ kind: 'organisation', slug: 'one' }] as const;
    expect(slugs(mergeChanges([inDraft('one'), inDraft('two')], typed, removed))).toEqual(['two']);
  });
});
