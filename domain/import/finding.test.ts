import { expect, test } from 'vitest';
import { shortened } from './finding';

test('what was found is shortened between characters, never inside one', () => {
  expect(shortened(`${'a'.repeat(198)}😀${'b'.repeat(9)}`)).toBe(`${'a'.repeat(198)}…`);
  expect(shortened(`${'a'.repeat(197)}😀${'b'.repeat(9)}`)).toBe(`${'a'.repeat(197)}😀…`);
  expect(shortened(`${'a'.repeat(198)}😀`)).toBe(`${'a'.repeat(198)}😀`);
});
