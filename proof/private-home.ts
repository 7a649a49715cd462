import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readEmbedded } from '@/server/embedded/data-directory';
import { startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { copyBuilt } from './checkout';
import { postgresqlOf } from './writers';

/** The program under a home directory that nobody else may enter, with its data in it as by default. */
export async function provesPrivateHome(proof: Proof): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const asRoot = 'a checkout under a home of mode 700, started as root';
  const asUser = 'a checkout under a home of mode 700, started as a user who is not root';
  if (isRoot) await proof.check(asRoot, () => startsThere(proof, join(proof.folder, 'home-of-root'), null));
  else proof.notRun(asRoot, 'the proof does not run as root');

  const user = isRoot ? idsOf('nobody') : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (user)
    await proof.check(asUser, () => startsThere(proof, join(proof.folder, 'home-of-user'), isRoot ? user : null));
  else proof.notRun(asUser, 'there is no user to run it as');
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

async function startsThere(proof: Proof, home: string, user: Ids | null): Promise<string> {
  const checkout = join(home, 'cornerstone');
  const data = join(checkout, '.cornerstone');
  copyBuilt(proof.checkout, checkout, { isOwn: user !== null });
  chmodSync(home, 0o700);
  if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, home]);
  try {
    const start = () =>
      startService({
        checkout,
        settings: { HOME: home, CORNERSTONE_STARTER: 'none' },
        ...(user ? { ids: user } : {}),
      });
    const first = await start();
    const page = await fetch(`${first.url}/en/projects`);
    const postgresql = postgresqlOf(data);
    await first.end();
    insist(page.status === 200, `/en/projects answers ${page.status}`);
    insist(postgresql !== null, 'No PostgreSQL was found running');
    const again = await start();
    await again.end();
    const cluster = readEmbedded(data)?.folder ?? '';
    const owner = statSync(cluster).uid;
    return `the database is in ${cluster.startsWith(home) ? 'the data directory' : cluster.replace(/[0-9a-f]{12}$/, '...')}, of user ${owner}; started twice`;
  } finally {
    const cluster = readEmbedded(data)?.folder;
    if (cluster?.startsWith('/var/lib/cornerstone/')) rmSync(cluster, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
}

function idsOf(name: string): Ids | null {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}
