import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHolder, takeLock } from './lock';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('a lock', () => {
  test('is held by one, and the second is told by whom and for what', () => {
    const file = join(folder, 'running.json');
    expect(takeLock(file, 'serving')).toMatchObject({ ok: true });
    expect(takeLock(file, 'serving too')).toMatchObject({ ok: false, problem: { pid: process.pid, says: 'serving' } });
  });

  test('can be taken again once it is released', () => {
    const file = join(folder, 'running.json');
    const first = takeLock(file, 'first');
    if (first.ok) first.value.release();
    expect(readHolder(file)).toBeNull();
    expect(takeLock(file, 'second')).toMatchObject({ ok: true });
  });

  test.each([
    ['a process that is gone', { pid: 2 ** 30, beganAt: '1', says: 'serving' }],
    ['an older process of the same number', { pid: process.pid, beganAt: 'another time', says: 'serving' }],
  ])('left behind by %s is taken over', (_, left) => {
    const file = join(folder, 'running.json');
    writeFileSync(file, JSON.stringify(left));
    expect(takeLock(file, 'next')).toMatchObject({ ok: true });
    expect(readHolder(file)).toMatchObject({ says: 'next' });
  });

  test('that cannot be read is taken over', () => {
    const file = join(folder, 'running.json');
    writeFileSync(file, '{');
    expect(takeLock(file, 'next')).toMatchObject({ ok: true });
  });
});
