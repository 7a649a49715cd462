import { describe, expect, test } from 'vitest';
import { Prisma } from '@/prisma/generated/client/client';
import { inline } from './inline';

describe('a value written into a query', () => {
  test.each([
    ['text', 'Ağdam', `'Ağdam'`],
    ['a quote, doubled', `it's`, `'it''s'`],
    ['an attempt to end the literal', `'; drop table place; --`, `'''; drop table place; --'`],
    ['an attempt with a backslash', `\\'; drop table place; --`, ` E'\\\\''; drop table place; --'`],
    ['a parameter mark', '$1 ?', `'$1 ?'`],
    ['a dollar quote', '$$ x $$', `'$$ x $$'`],
    ['a number', 42.5, '42.5'],
    ['a negative number, apart from a minus before it', -1, '(-1)'],
    ['a whole number of any size', 9007199254740993n, '9007199254740993'],
    ['yes', true, 'true'],
    ['nothing', null, 'null'],
    ['a list', ['a', "b'"], `array['a', 'b''']`],
  ])('is %s', (_, value, literal) => {
    expect(inline(Prisma.sql`select ${value}`)).toBe(`select ${literal}`);
  });

  test('stays in its place among others', () => {
    const condition = Prisma.sql`kind = ${'return'} and persons > ${0}`;
    expect(inline(Prisma.sql`select ${1} from x where ${condition} limit ${2}`)).toBe(
      `select 1 from x where kind = 'return' and persons > 0 limit 2`,
    );
  });

  test.each([[{ toString: () => "'" }], [Number.NaN], ['a\0b'], [new Date(0)]])('is refused when it is %o', (value) => {
    expect(() => inline(Prisma.sql`select ${value}`)).toThrow(TypeError);
  });
});
