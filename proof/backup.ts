import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { tableNames } from '@/domain/export/tables';
import { cleanEnvironment, type Service, startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { cornerstone } from './checkout';
import type { ForeignServer } from './foreign-server';

/** A backup taken while pages are read, restored elsewhere, gives every file of the record back byte for byte. */
export async function provesBackup(proof: Proof, server: ForeignServer | null): Promise<void> {
  const data = join(proof.folder, 'backed-up');
  const file = join(proof.folder, 'record.tar.gz');
  const starter = { CORNERSTONE_DATA_DIR: data, CORNERSTONE_STARTER: 'facts' };
  const service = await startService({ checkout: proof.checkout, settings: starter });
  const before = await readFiles(service);

  await proof.check('a backup while the service serves', async () => {
    const reading = readUntil(service);
    const { status, said } = await cornerstone(proof.checkout, ['backup', file], cleanEnvironment(starter));
    const read = await reading.end();
    insist(status === 0, `It ended with ${status}: ${said}`);
    insist((statSync(file).mode & 0o077) === 0, 'Others than its owner can read it');
    return `${said.split('\n').at(-1)?.replace(`${file} holds`, 'it holds')} ${read} pages were read meanwhile`;
  });
  await proof.check('a restore over a record is refused without --replace', async () => {
    const { status, said } = await cornerstone(proof.checkout, ['restore', file], cleanEnvironment(starter));
    insist(status === 1 && said.includes('--replace'), `It ended with ${status}: ${said}`);
  });
  await proof.check('with --replace it takes the place of the record while the service serves', async () => {
    const { status, said } = await cornerstone(
      proof.checkout,
      ['restore', file, '--replace'],
      cleanEnvironment(starter),
    );
    insist(status === 0, `It ended with ${status}: ${said}`);
    return difference(before, await readFiles(service));
  });
  await service.end();

  await proof.check('restored into an empty embedded PostgreSQL: all files equal', () =>
    restoresEqually(proof, file, before, { CORNERSTONE_DATA_DIR: join(proof.folder, 'restored') }),
  );
  const given = process.env.FOREIGN_DATABASE_URL;
  const name = `restored into another PostgreSQL${given ? ' (FOREIGN_DATABASE_URL)' : server ? ` (${server.version})` : ''}: all files equal`;
  if (!given && !server)
    return proof.notRun(name, 'neither FOREIGN_DATABASE_URL nor a PostgreSQL in /usr/lib/postgresql');
  await proof.check(name, async () => {
    const databaseUrl = given ?? (await server?.makeDatabase('proof_restored'))?.overTls;
    return restoresEqually(proof, file, before, {
      DATABASE_URL: databaseUrl,
      CORNERSTONE_DATA_DIR: join(proof.folder, 'restored-elsewhere'),
    });
  });
}

type Files = ReadonlyMap<string, { readonly sha256: string; readonly rows: number }>;

async function restoresEqually(
  proof: Proof,
  file: string,
  before: Files,
  where: Record<string, string | undefined>,
): Promise<string> {
  const settings = { ...where, CORNERSTONE_STARTER: 'none' };
  const { status, said } = await cornerstone(proof.checkout, ['restore', file], cleanEnvironment(settings));
  insist(status === 0, `It ended with ${status}: ${said}`);
  const service = await startService({ checkout: proof.checkout, settings });
  try {
    return difference(before, await readFiles(service));
  } finally {
    await service.end();
  }
}

async function readFiles({ url }: Service): Promise<Files> {
  const files = new Map<string, { sha256: string; rows: number }>();
  for (const name of tableNames) {
    const answer = await fetch(`${url}/data/${name}.csv`);
    insist(answer.status === 200, `${name}.csv answers ${answer.status}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    files.set(name, {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      rows: bytes.toString('latin1').split('\r\n').length - 2,
    });
  }
  return files;
}

function difference(before: Files, after: Files): string {
  const different = tableNames.filter((name) => before.get(name)?.sha256 !== after.get(name)?.sha256);
  insist(different.length === 0, `Different: ${different.join(', ')}`);
  const rows = [...after.values()].reduce((sum, file) => sum + file.rows, 0);
  return `${after.size} files with ${rows} rows are the same byte for byte`;
}

/** Reads pages, one after the other, until it is told to end; says how many. */
function readUntil({ url }: Service): { end(): Promise<number> } {
  let isEnding = false;
  const read = (async () => {
    let count = 0;
    for (; !isEnding; count += 1) {
      const answer = await fetch(`${url}/en/projects?q=${count}`);
      insist(answer.ok, `A page answered ${answer.status} during the backup`);
      await answer.arrayBuffer();
    }
    return count;
  })();
  return {
    end() {
      isEnding = true;
      return read;
    },
  };
}
