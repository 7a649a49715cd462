import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifierFrom, isPublicIdentifier } from './identifier';

test.each([
  ['Şuşa şəhəri', 'susa-seheri'],
  ['Füzuli – Xankəndi', 'fuzuli-xankendi'],
  ['Ağdam (2)', 'agdam-2'],
  ['Шуша', ''],
])('the identifier from %j is %j', (name, identifier) => {
  expect(identifierFrom(name)).toBe(identifier);
});

test('an identifier made from a name is a public identifier, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const made = identifierFrom(name);
      expect(made === '' || isPublicIdentifier(made)).toBe(true);
    }),
  );
});
