import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { may, roles, verbs, type Actor, type Role, type Subject, type Verb } from './permission';
import type { ActingToken } from './token';

const page = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');

/** `docs/permissions.md`, a row a verb, with the word in the column of each role. */
const table = new Map(
  [...page.matchAll(/^\| `([a-z.]+)` \|(.+)\|$/gm)].map(([, verb = '', cells = '']) => {
    const [, ...words] = cells.split('|').map((cell) => cell.trim());
    return [verb, new Map(roles.map((role, index) => [role, words[index] ?? '']))];
  }),
);

const actor = (role: Role): Actor => ({
  id: 'me',
  name: 'Me',
  role,
  organisationSlug: null,
  limitedToPlaces: ['aghdam-district'],
  limitedToSectors: ['housing'],
});

const inAghdam = [['aghdam', 'aghdam-district', 'karabakh']];
const inShusha = [['shusha', 'shusha-district', 'karabakh']];

/** The situations that a word of the table can tell apart. */
const situations = {
  own: { authorId: 'me' },
  others: { authorId: 'someone else' },
  within: { kind: 'project', placesWithin: inAghdam, sectors: ['housing'] },
  nowhere: { kind: 'programme', placesWithin: [], sectors: [] },
  elsewhere: { kind: 'project', placesWithin: inShusha, sectors: ['housing'] },
  partlyElsewhere: { kind: 'project', placesWithin: [...inAghdam, ...inShusha], sectors: ['housing'] },
  partlyOtherSector: { kind: 'disagreement', placesWithin: inAghdam, sectors: ['housing', 'cultural'] },
  otherSector: { kind: 'project', placesWithin: inAghdam, sectors: ['cultural'] },
  code: { kind: 'code', placesWithin: [], sectors: [] },
} as const satisfies Record<string, Subject>;
type Situation = keyof typeof situations;

/** What each word of the table allows, out of the situations it is about. */
const meaning: Readonly<Record<string, { allowed: readonly Situation[]; refused: readonly Situation[] }>> = {
  yes: { allowed: ['own', 'others'], refused: [] },
  no: { allowed: [], refused: ['own', 'others'] },
  own: { allowed: ['own'], refused: ['others'] },
  "others'": { allowed: ['others'], refused: ['own'] },
  'within limits': {
    allowed: ['within', 'nowhere', 'code'],
    refused: ['elsewhere', 'partlyElsewhere', 'otherSector', 'partlyOtherSector'],
  },
  'within limits, no codes': {
    allowed: ['within', 'nowhere'],
    refused: ['elsewhere', 'partlyElsewhere', 'otherSector', 'partlyOtherSector', 'code'],
  },
};

const cells = verbs.flatMap((verb) => roles.map((role) => ({ verb, role, word: table.get(verb)?.get(role) ?? '' })));
const outcomes = (verb: Verb, role: Role, asked: readonly Situation[]) =>
  asked.map((situation) => [situation, may(actor(role), verb, situations[situation]).ok]);

test('the table has every verb, and no other', () => {
  expect([...table.keys()].sort()).toEqual([...verbs].sort());
});

describe('as the table says', () => {
  test.each(cells)('$verb by role $role: $word', ({ verb, role, word }) => {
    const { allowed, refused } = meaning[word] ?? { allowed: [], refused: [] };
    expect(Object.keys(meaning)).toContain(word);
    expect(outcomes(verb, role, allowed)).toEqual(allowed.map((situation) => [situation, true]));
    expect(outcomes(verb, role, refused)).toEqual(refused.map((situation) => [situation, false]));
  });
});

test('who is not limited may propose anywhere, in any sector', () => {
  const anywhere: Actor = { ...actor('editor'), limitedToPlaces: [], limitedToSectors: [] };
  expect(may(anywhere, 'record.propose', situations.partlyElsewhere).ok).toBe(true);
  expect(may(anywhere, 'record.propose', situations.otherSector).ok).toBe(true);
});

describe('with a token', () => {
  const writing = { id: 'a-token', scopes: ['submissions:write'] } as const;
  const reading = { id: 'a-token', scopes: ['submissions:read'] } as const;
  const both = { id: 'a-token', scopes: ['submissions:write', 'submissions:read'] } as const;
  const allowed = (role: Role, token: ActingToken) =>
    verbs.filter((verb) => may({ ...actor(role), token }, verb, { ...situations.own, ...situations.within }).ok);

  test.each(roles)('a program of a %s hands in and reads, as its scopes say, and decides on nothing', (role) => {
    expect(allowed(role, writing)).toEqual(['submission.write', 'submission.submit', 'record.propose']);
    expect(allowed(role, reading)).toEqual(['submission.read']);
    expect(may({ ...actor(role), token: both }, 'submission.review', situations.others).ok).toBe(false);
    expect(may({ ...actor(role), token: both }, 'submission.read', situations.others).ok).toBe(false);
  });

  test('the limits of its holder hold', () => {
    expect(may({ ...actor('editor'), token: both }, 'record.propose', situations.elsewhere).ok).toBe(false);
    expect(may({ ...actor('editor'), token: both }, 'record.propose', situations.code).ok).toBe(false);
  });
});

test('a refusal says why', () => {
  expect(may(actor('reviewer'), 'submission.review', situations.own)).toEqual({
    ok: false,
    problem: { kind: 'not-permitted', verb: 'submission.review', because: 'own-submission' },
  });
});

describe('that a count was public already', () => {
  test.each([
    ['editor', false],
    ['reviewer', true],
    ['administrator', true],
  ] as const)('is said by a %s: %s', (role, expected) => {
    const allowed = may({ ...actor(role), limitedToPlaces: [], limitedToSectors: [] }, 'record.propose', {
      kind: 'resettlement',
      isCalledPublic: true,
    });
    expect(allowed.ok).toBe(expected);
  });
});
