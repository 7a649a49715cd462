import { describe, expect, test } from 'vitest';
import { readQuestion, refusalOf } from './read-question';
import { routeOf } from './routes';

const route = routeOf('GET', '/api/v1/projects');
if (!route) throw new Error('There is no list of projects.');

describe('a question to a list', () => {
  test('has a usual number of rows, and begins with the first', () => {
    expect(readQuestion(route, { sector: 'housing', limit: '', cursor: '' })).toEqual({
      ok: true,
      value: { limit: 100, cursor: null, rest: { sector: 'housing' } },
    });
  });

  test('may say how many rows, and where they begin', () => {
    expect(readQuestion(route, { limit: ['5'], cursor: 'WyJhIl0' })).toMatchObject({
      value: { limit: 5, cursor: 'WyJhIl0' },
    });
  });

  test.each([
    ['a name that does not exist', { colour: 'red' }, { kind: 'unknown-parameter', more: { parameter: 'colour' } }],
    ['a part of the address as a parameter', { slug: 'a' }, { kind: 'unknown-parameter', more: { parameter: 'slug' } }],
    ['no rows', { limit: '0' }, { kind: 'not-a-limit', more: { parameter: 'limit', found: '0' } }],
    ['too many rows', { limit: '501' }, { kind: 'not-a-limit' }],
    ['half a row', { limit: '1.5' }, { kind: 'not-a-limit' }],
    ['two numbers of rows', { limit: ['1', '2'] }, { kind: 'not-a-limit', more: { found: '1, 2' } }],
    ['what is no cursor', { cursor: "x' or true" }, { kind: 'not-a-cursor', more: { parameter: 'cursor' } }],
  ])('that asks for %s is refused, and it is named', (_, parameters, problem) => {
    expect(readQuestion(route, parameters)).toMatchObject({ ok: false, problem });
  });
});

describe('what a filter refuses', () => {
  test('is told with what there is instead', () => {
    expect(refusalOf({ kind: 'unknown-filter-value', name: 'sector', found: 'x', allowed: ['housing'] })).toMatchObject(
      {
        kind: 'unknown-value',
        values: { has: 'list', list: 'housing' },
        more: { parameter: 'sector', found: 'x', allowed: ['housing'] },
      },
    );
  });

  test('keeps the days it speaks of', () => {
    expect(refusalOf({ kind: 'not-a-past-day', name: 'asOf', found: 'tomorrow', latest: '2026-11-22' })).toMatchObject({
      kind: 'not-a-past-day',
      values: { name: 'asOf', latest: '2026-11-22' },
      more: { parameter: 'asOf' },
    });
  });
});
