import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '@/server/embedded/processes';
import { cleanEnvironment, startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { cornerstone } from './checkout';
import { postgresqlOf } from './writers';

/** One data directory is served once; a stop stops everything; a second start finds everything done. */
export async function provesOneStart(proof: Proof): Promise<void> {
  const data = join(proof.folder, 'one-start');
  const settings = { CORNERSTONE_DATA_DIR: data, CORNERSTONE_STARTER: 'none' };
  const start = () => startService({ checkout: proof.checkout, settings });
  const first = await start();

  await proof.check('a second start on the same data directory explains and exits with 1', async () => {
    const { status, said } = await cornerstone(
      proof.checkout,
      ['start'],
      cleanEnvironment({ ...settings, PORT: '3998' }),
    );
    insist(status === 1, `It ended with ${status}: ${said}`);
    insist(said.includes(`process ${first.pid} is serving`), `It said: ${said}`);
    return `"${said.split('\n').at(-1)}"`;
  });
  await proof.check('SIGTERM stops the service and its database', async () =>
    endsBoth(data, () => first.end('SIGTERM')),
  );

  let second = await start();
  await proof.check('a second start needs no build and is ready in a few seconds', async () => {
    insist(!/Building the pages|Generating/.test(second.said()), `It built:\n${second.said()}`);
    return `ready after ${second.secondsToReady.toFixed(1)} s (the first: ${first.secondsToReady.toFixed(1)} s)`;
  });
  await proof.check('Ctrl-C (SIGINT) stops both', async () => endsBoth(data, () => second.end('SIGINT')));

  second = await startService({ checkout: proof.checkout, settings, command: ['npm', 'start'] });
  await proof.check('SIGTERM to npm start stops both', async () => endsBoth(data, () => second.end('SIGTERM')));
  await proof.check('a port that is taken is explained, and nothing is left running', async () => {
    const other = await start();
    const spare = join(proof.folder, 'port-taken');
    const child = spawn(process.execPath, ['bin/cornerstone', 'start'], {
      cwd: proof.checkout,
      env: cleanEnvironment({ ...settings, CORNERSTONE_DATA_DIR: spare, PORT: new URL(other.url).port }),
      stdio: 'ignore',
    });
    const [status] = await once(child, 'exit');
    await other.end();
    insist(status === 1 && postgresqlOf(spare) === null, `It ended with ${String(status)}`);
  });
}

async function endsBoth(data: string, end: () => Promise<number | null>): Promise<string> {
  const postgresql = postgresqlOf(data);
  insist(postgresql !== null, 'PostgreSQL does not run');
  const begun = Date.now();
  const status = await end();
  // npm is gone before what it runs: that has half a second to notice, and then its own time to end.
  while ((isAlive(postgresql) || existsSync(join(data, 'running.json'))) && Date.now() - begun < 30_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  insist(!isAlive(postgresql), `PostgreSQL (${postgresql}) still runs`);
  insist(!existsSync(join(data, 'running.json')), 'The data directory is still taken');
  return `ended with ${status ?? 'the signal'} after ${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
