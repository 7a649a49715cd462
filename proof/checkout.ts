import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies the program as git sees it, changes not yet committed included, with what npm has installed. */
export function copyCheckout(from: string, to: string): void {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: from,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error('The proof copies what git lists: run it in a clone.');
  for (const file of new Set(stdout.split('\0').filter(Boolean))) {
    if (!existsSync(join(from, file))) continue; // removed, and not yet committed
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, file), join(to, file), { verbatimSymlinks: true });
  }
  copyFolder(join(from, 'node_modules'), join(to, 'node_modules'));
  rmSync(join(to, 'node_modules', '.cornerstone-build.json'), { force: true });
}

/** The same program once more, built pages included. `isOwn`: with files of its own, that may be given to somebody else. */
export function copyBuilt(from: string, to: string, { isOwn }: { readonly isOwn: boolean }): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFolder(from, to, isOwn);
  rmSync(join(to, '.cornerstone'), { recursive: true, force: true });
}

/** Links the files where it can, which takes neither time nor room. */
function copyFolder(from: string, to: string, isOwn = false): void {
  if (!isOwn && spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${from} could not be copied: ${stderr}`);
}

/** Runs a command of the program in a copy of it. */
export async function cornerstone(
  checkout: string,
  words: readonly string[],
  settings: NodeJS.ProcessEnv,
): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['bin/cornerstone', ...words], {
    cwd: checkout,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  return { status, said: said.trim() };
}
