import 'server-only';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { archivedAddress } from '@/domain/archive/archived-address';
import { Explained, type Report } from '../embedded/explained';
import type { ArchiveFolder } from './archive-folder';
import { rewritePage, type PageWords } from './rewrite-page';
import { styleInArchive } from './rewrite-style';

export interface ToCrawl {
  /** Where the pages are served for this alone. */
  readonly served: string;
  /** Where the service says it is. */
  readonly origin: string;
  /** Addresses that must be there. */
  readonly begin: Iterable<string>;
  /** Addresses that are taken where the service has them. */
  readonly maybe: Iterable<string>;
  readonly words: PageWords;
  /** Paths at which the archive has a page of its own. */
  readonly own: readonly string[];
}

export interface Crawled {
  readonly pages: number;
  readonly files: number;
  /** What something links to and the service does not have. */
  readonly missing: readonly string[];
}

/** The pages are made one after the other by one process: more at once only keeps it busy while one is written. */
const atOnce = 3;

/** How long a page may take until it begins to answer. */
const patienceMs = 120_000;

/**
 * Follows every link and writes what it leads to. Of all this only the addresses are held in memory, and the pages that are
 * just being written.
 */
export async function crawl(folder: ArchiveFolder, toCrawl: ToCrawl, report: Report): Promise<Crawled> {
  const { begin, maybe } = toCrawl;
  const optional = new Set(maybe);
  const waiting: string[] = [];
  const known = new Set<string>(toCrawl.own);
  const ask = (address: string) => {
    const there = archivedAddress(address);
    if (there.kind === 'left-out' || there.kind === 'whole-file' || known.has(there.path)) return;
    known.add(there.path);
    waiting.push(address);
  };
  for (const address of begin) ask(address);
  for (const address of optional) ask(address);

  const missing: string[] = [];
  let [next, pages, files, saidAt] = [0, 0, 0, Date.now()];
  const say = () => {
    if (Date.now() - saidAt < 10_000) return;
    saidAt = Date.now();
    report(`  ${pages} pages and ${files} files written, ${waiting.length - next} known of and waiting ...`);
  };
  const take = async (): Promise<void> => {
    for (;;) {
      const address = waiting[next];
      if (address === undefined) return;
      next += 1;
      const taken = await write(folder, toCrawl, address, optional.has(address));
      for (const found of taken.leadsTo) ask(found);
      if (taken.is === 'page') pages += 1;
      if (taken.is === 'file') files += 1;
      if (taken.is === 'missing') missing.push(address);
      say();
    }
  };
  while (next < waiting.length) await Promise.all(Array.from({ length: atOnce }, take));
  return { pages, files, missing };
}

interface Taken {
  readonly is: 'page' | 'file' | 'missing' | 'nothing';
  readonly leadsTo: readonly string[];
}

async function write(
  folder: ArchiveFolder,
  { served, origin, words }: ToCrawl,
  address: string,
  isOptional: boolean,
): Promise<Taken> {
  const there = archivedAddress(address);
  if (there.kind === 'left-out') return { is: 'nothing', leadsTo: [] };
  const { path } = there;
  if (folder.has(path)) return { is: 'nothing', leadsTo: [] };
  const answer = await askFor(served, origin, address);
  const type = answer.headers.get('content-type') ?? '';
  if (isOptional && !answer.ok) {
    await answer.arrayBuffer();
    return { is: 'nothing', leadsTo: [] };
  }
  if (type.startsWith('text/html')) {
    const page = rewritePage(await answer.text(), { address, path, origin, words });
    await folder.write(path, page.html);
    return { is: answer.ok ? 'page' : 'missing', leadsTo: page.leadsTo };
  }
  if (type.startsWith('text/css')) {
    const style = styleInArchive(await answer.text(), address, path);
    await folder.write(path, style.css);
    return { is: 'file', leadsTo: style.leadsTo };
  }
  await folder.write(path, answer.body ? Readable.fromWeb(answer.body as ReadableStream<Uint8Array>) : ''); // one stream, typed twice
  return { is: answer.ok ? 'file' : 'missing', leadsTo: [] };
}

/** @throws {Explained} when the service fails at it, and again after a moment: an archive is whole or it is none. */
async function askFor(served: string, origin: string, address: string): Promise<Response> {
  const { host, protocol } = new URL(origin);
  for (let attempt = 1; ; attempt += 1) {
    const patience = new AbortController();
    const giveUp = setTimeout(() => patience.abort(new Error('it did not answer')), patienceMs);
    const answer = await fetch(new URL(address, served), {
      signal: patience.signal,
      headers: { accept: 'text/html,*/*', 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
    });
    clearTimeout(giveUp); // what is being answered takes its time: a table may be long
    if (answer.ok || answer.status === 404) return answer;
    const says = (await answer.text()).slice(0, 200);
    if (attempt === 3) throw new Explained(`${address} could not be made (${answer.status}): ${says}`);
    await sleep(1000 * attempt);
  }
}
