import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Starts a program that stops as the service does; how it ended, and what it said. */
async function stopped(way: string, { isRead = true, mostMs = 60_000 } = {}) {
  const child = spawn(process.execPath, ['bin/run-ts', 'test/stopping-program.ts', way, String(mostMs)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(child.stdout, 'data');
    if (!isRead) for (const stream of [child.stdout, child.stderr]) stream.destroy();
    child.kill('SIGTERM');
    const [status] = (await once(child, 'exit')) as [number | null]; // its first argument, as Node documents it
    return { status, said };
  } finally {
    child.kill('SIGKILL');
  }
}

test('a service that is told to stop ends when nobody reads any more what it says', async () => {
  expect((await stopped('plainly', { isRead: false })).status).toBe(0);
});

test('and when something cannot be undone, such as in a folder that is gone', async () => {
  const { status, said } = await stopped('throws');
  expect(status).toBe(0);
  expect(said).toContain('While stopping: Error: The folder is gone.');
});

test('and when something never ends: it gives up and leaves', async () => {
  const { status, said } = await stopped('hangs', { mostMs: 200 });
  expect(status).toBe(1);
  expect(said).toContain('Something did not stop in time');
});
