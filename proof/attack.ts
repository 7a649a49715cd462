import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { insist, type Proof } from './check';

const project = fileURLToPath(new URL('..', import.meta.url));

/** How many generated records are attacked at length; `npm test` attacks a few of the same. */
const seeds = Number(process.env.PROOF_SEEDS ?? 60);

export async function provesNoSmallCountIsTold({ check }: Proof): Promise<void> {
  await check(`no small count can be worked out of ${seeds} generated records, by linear programming`, async () => {
    const { code, said } = await vitest('rules', 'test/small-counts.test.ts', { ATTACK_SEEDS: String(seeds) });
    insist(code === 0, said.split('\n').slice(-40).join('\n'));
    return `${seeds} records of 8 places, 2 to 4 dates, parts by sex and age, corrections`;
  });
}

function vitest(
  projectName: string,
  file: string,
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn('npx', ['vitest', 'run', '--project', projectName, file], {
      cwd: project,
      env: { ...process.env, ...settings },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => (said += String(words)));
    child.on('close', (code) => done({ code, said }));
  });
}
