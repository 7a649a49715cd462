import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each(['/en/workspace', '/en/workspace/report?project=x', '/az/workspace?page=2'])(
  '%s is a place to come back to',
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  null,
  '',
  '/en',
  '/en/sign-in',
  '/en/workspaces',
  '//evil.example/workspace',
  'https://evil.example/en/workspace',
  '/en/workspace/\\evil.example',
  '/en/workspace/\n',
  `/en/workspace/${'x'.repeat(2000)}`,
])('%s is not', (path) => {
  expect(returnPath(path)).toBeNull();
});
