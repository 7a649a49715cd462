import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tableNames } from '@/domain/export/tables';
import { cleanEnvironment, type Service, startService } from '@/tools/service';
import { insist, type Proof } from './check';
import { cornerstone } from './checkout';
import type { ForeignServer } from './foreign-server';

const days = ['2026-11-28', '2025-06-30', '2024-01-01', '2022-12-31'];
const pasts = ['', ...days.flatMap((day) => [`?asOf=${day}`, `?until=${day}`])];

/** An archive, loaded into an empty database, gives every file back byte for byte on every day, and every page its words. */
export async function provesArchive(proof: Proof, server: ForeignServer | null): Promise<void> {
  const data = join(proof.folder, 'archived');
  const folder = join(proof.folder, 'archive');
  const starter = { CORNERSTONE_DATA_DIR: data, CORNERSTONE_STARTER: 'facts' };
  const service = await startService({ checkout: proof.checkout, settings: starter });
  const pages = await somePages(service);
  const before = await readEverything(service, pages);

  await proof.check('an archive while the service serves', async () => {
    const { status, said } = await cornerstone(proof.checkout, ['archive', folder], cleanEnvironment(starter));
    insist(status === 0, `It ended with ${status}: ${said}`);
    const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    return `${said.split('\n').at(-1)?.replace(`${folder} holds`, 'it holds')} ${Math.round(bytes / 1024 / 1024)} MiB`;
  });
  await proof.check('it is refused by a record that is not empty', async () => {
    const { status, said } = await cornerstone(proof.checkout, ['load', folder], cleanEnvironment(starter));
    insist(status === 1 && said.includes('holds a record already'), `It ended with ${status}: ${said}`);
  });
  await service.end();

  await proof.check('loaded into an empty embedded PostgreSQL: all files and pages equal', async () => {
    const settings = { CORNERSTONE_DATA_DIR: join(proof.folder, 'loaded') };
    return loadsEqually(proof, folder, before, pages, settings);
  });
  const databaseUrl = server && (await server.makeDatabase('proof_loaded')).overTls;
  const name = `loaded into another PostgreSQL${server ? ` (${server.version})` : ''}: all files and pages equal`;
  if (!databaseUrl) proof.notRun(name, 'no PostgreSQL in /usr/lib/postgresql');
  else {
    await proof.check(name, () =>
      loadsEqually(proof, folder, before, pages, {
        CORNERSTONE_DATA_DIR: join(proof.folder, 'loaded-elsewhere'),
        DATABASE_URL: databaseUrl,
      }),
    );
  }
  await proof.check(
    'an archive of what was loaded, without a service: the record is the same byte for byte',
    async () => {
      const again = join(proof.folder, 'archive-again');
      const settings = cleanEnvironment({ CORNERSTONE_DATA_DIR: join(proof.folder, 'loaded') });
      const { status, said } = await cornerstone(proof.checkout, ['archive', again], settings);
      insist(status === 0, `It ended with ${status}: ${said}`);
      const different = readdirSync(join(folder, 'record')).filter(
        (file) => !readFileSync(join(folder, 'record', file)).equals(readFileSync(join(again, 'record', file))),
      );
      insist(different.length === 0, `Different: ${different.join(', ')}`);
    },
  );
}

async function loadsEqually(
  proof: Proof,
  folder: string,
  before: Everything,
  pages: readonly string[],
  where: Record<string, string>,
): Promise<string> {
  const settings = { ...where, CORNERSTONE_STARTER: 'none' };
  const { status, said } = await cornerstone(proof.checkout, ['load', folder], cleanEnvironment(settings));
  insist(status === 0, `It ended with ${status}: ${said}`);
  const service = await startService({ checkout: proof.checkout, settings });
  try {
    const after = await readEverything(service, pages);
    const different = [...before].filter(([address, hash]) => after.get(address) !== hash).map(([address]) => address);
    insist(different.length === 0, `Different: ${different.slice(0, 10).join(', ')}`);
    return `${tableNames.length} files on ${pasts.length} days each, and the words of ${pages.length} pages, are the same`;
  } finally {
    await service.end();
  }
}

type Everything = ReadonlyMap<string, string>;

async function readEverything({ url }: Service, pages: readonly string[]): Promise<Everything> {
  const read = new Map<string, string>();
  for (const address of tableNames.flatMap((table) => pasts.map((past) => `/data/${table}.csv${past}`))) {
    const answer = await fetch(`${url}${address}`);
    insist(answer.status === 200, `${address} answers ${answer.status}`);
    read.set(
      address,
      createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('hex'),
    );
  }
  for (const address of pages) read.set(address, wordsOf(await (await fetch(`${url}${address}`)).text()));
  return read;
}

/** The text of a page as it is read, without how it is drawn. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** The pages that the main pages lead to, lists and records alike. */
async function somePages({ url }: Service): Promise<readonly string[]> {
  const pages = new Set([
    '/en',
    '/en/projects',
    '/en/places',
    '/en/returns',
    '/en/heritage',
    '/en/data',
    '/en/changes',
  ]);
  for (const page of [...pages]) {
    const html = await (await fetch(`${url}${page}`)).text();
    for (const [, address = ''] of html.matchAll(/<a [^>]*href="(\/en\/[^"#?]*)"/g)) {
      if (pages.size < 200 && !address.startsWith('/en/sign-in')) pages.add(address);
    }
  }
  return [...pages];
}
