import { describe, expect, test } from 'vitest';
import { isEmail, isStrongPassword, normalEmail } from './credentials';

test.each(['Anna@Example.org', ' anna@example.org ', 'ａｎｎａ@example.org'])('%s is anna@example.org', (typed) => {
  expect(normalEmail(typed)).toBe('anna@example.org');
});

describe('an e-mail address', () => {
  test.each(['a@example.org', 'first.last+tag@sub.example.co'])('may be %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  test.each(['', 'anna', 'anna@example', 'an na@example.org', 'a@b@example.org', `${'a'.repeat(250)}@example.org`])(
    'is never "%s"',
    (email) => {
      expect(isEmail(email)).toBe(false);
    },
  );
});

describe('a password', () => {
  test.each(['correct horse battery', 'twelve chars', 'ՀԱՅԵՐԵՆԲԱՌԵՐ'])('may be "%s"', (password) => {
    expect(isStrongPassword(password, 'anna@example.org')).toBe(true);
  });

  test.each(['eleven char', '', 'anna@example.org', 'ANNA@example.org', 'a'.repeat(501)])(
    'is never "%s"',
    (password) => {
      expect(isStrongPassword(password, 'anna@example.org')).toBe(false);
    },
  );
});
