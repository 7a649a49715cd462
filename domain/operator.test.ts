import { expect, test } from 'vitest';
import { contactHref } from './operator';

test.each([
  ['record@example.org', 'mailto:record@example.org'],
  ['https://example.org/contact', 'https://example.org/contact'],
  ['http://example.org', 'http://example.org'],
])('a contact %s leads to %s', (contact, href) => {
  expect(contactHref(contact)).toBe(href);
});
