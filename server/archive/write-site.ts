import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { tableNames } from '@/domain/export/tables';
import { historyPath } from '@/domain/history/history-path';
import type { RecordKind } from '@/domain/record/kinds';
import type { Report } from '../embedded/explained';
import { baseUrl, env } from '../env';
import type { ArchiveFolder } from './archive-folder';
import type { ArchiveFacts, RecordFacts } from './archive-manifest';
import { type Crawled, crawl } from './crawl';
import { frontPage, type Look, namesPath, namesScript, searchPages, searchPath, wordsForPages } from './frame-pages';
import { piecesOf } from './html';
import { pathOfNamed, readNames } from './name-index';
import { type ArchiveWords, readWords } from './words';

export interface ToWrite {
  /** A record loaded from the archive that is being written: its pages can show nothing else. */
  readonly databaseUrl: string;
  /** Where its pages are served, for this alone. */
  readonly served: string;
  readonly record: RecordFacts;
  readonly evidence: number;
  readonly asOf: Date;
}

/** Formats and descriptions that the service may have beside the tables its pages link to. */
const formats = ['csv', 'csv-metadata.json', 'metadata.json', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet'];
const others = [
  '/icon.svg',
  '/feed.atom',
  '/feed.json',
  '/milestones.ics',
  '/data/datapackage.json',
  '/data/oc4ids.json',
  '/api/v1/openapi.json',
];

/** Writes the pages, the files they lead to, the way to search them, and the page that says what all this is. */
export async function writeSite(
  folder: ArchiveFolder,
  { databaseUrl, served, record, evidence, asOf }: ToWrite,
  report: Report,
): Promise<Omit<ArchiveFacts, 'files'>> {
  const languages = await readWords();
  const crawled: Crawled[] = [];
  for (const words of languages) {
    const { locale } = words;
    const names = await readNames(databaseUrl, locale);
    report(`Writing the pages (${locale}) ...`);
    const begin = [
      `/${locale}`,
      ...[
        'projects',
        'places',
        'returns',
        'heritage',
        'budget',
        'late',
        'data',
        'data/quality',
        'methodology',
        'changes',
        'disagreements',
      ].map((page) => `/${locale}/${page}`),
      ...names.map((name) => pathOfNamed(name, locale)),
      ...(await readHistories(databaseUrl)).map((path) => `/${locale}${path}`),
      ...tableNames.map((table) => `/data/${table}.csv`),
    ];
    const maybe = [...others, ...tableNames.flatMap((table) => formats.map((format) => `/data/${table}.${format}`))];
    crawled.push(
      await crawl(
        folder,
        {
          served,
          origin: baseUrl(),
          begin,
          maybe,
          words: wordsForPages(words, asOf),
          own: ['index.html', searchPath(locale)],
        },
        report,
      ),
    );
    const look = await readLook(folder, locale);
    await folder.write(namesPath(locale), Readable.from(namesScript(words, names)));
    for (const [path, html] of searchPages(words, names, look)) await folder.write(path, html);
  }
  await writeFrame(folder);

  for (const { missing } of crawled) {
    for (const address of missing.slice(0, 20)) report(`Not there, and said so in the archive: ${address}`);
    if (missing.length > 20) report(`... and ${missing.length - 20} more.`);
  }
  const facts: Omit<ArchiveFacts, 'files'> = {
    format: 1,
    what: 'cornerstone-archive',
    madeAt: asOf.toISOString(),
    madeBy: record.madeBy,
    address: env.CORNERSTONE_URL ?? null,
    operator: env.CORNERSTONE_OPERATOR_NAME ?? null,
    languages: languages.map(({ locale }) => locale),
    pages: crawled.reduce((sum, { pages }) => sum + pages, 0),
  };
  await writeFront(folder, languages, { record, evidence, asOf, facts });
  return facts;
}

async function writeFront(
  folder: ArchiveFolder,
  languages: readonly ArchiveWords[],
  {
    record,
    evidence,
    asOf,
    facts,
  }: Pick<ToWrite, 'record' | 'evidence' | 'asOf'> & { facts: Omit<ArchiveFacts, 'files'> },
): Promise<void> {
  const { revisionCount, lastPublishedAt } = record.head;
  const told = {
    asOf,
    lastPublishedAt: lastPublishedAt === null ? null : new Date(lastPublishedAt),
    revisions: revisionCount,
    evidence,
    facts,
  };
  const look = await readLook(folder, languages[0]?.locale ?? '');
  await folder.write('index.html', frontPage(languages, told, look));
}

async function writeFrame(folder: ArchiveFolder): Promise<void> {
  for (const name of ['archive.css', 'search.js']) {
    await folder.write(`assets/${name}`, await readFile(new URL(`./frame/${name}`, import.meta.url)));
  }
}

/** The history of every record there ever was; projects, places and landmarks have one with all that belongs to them. */
async function readHistories(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, statement_timeout: 0 });
  client.on('error', () => {}); // the query fails too, and says why
  await client.connect();
  try {
    const { rows } = await client.query<{ kind: RecordKind; slug: string }>(
      `select kind::text, slug from public_revision where version = 1 order by sequence`,
    );
    return rows.map(({ kind, slug }) =>
      kind === 'project' || kind === 'place' || kind === 'landmark'
        ? historyPath({ of: kind, slug })
        : historyPath({ of: 'record', kind, slug }),
    );
  } finally {
    client.end().catch(() => {});
  }
}

/** Taken from the page that everybody sees first. */
async function readLook(folder: ArchiveFolder, locale: string): Promise<Look> {
  const page = `${locale}/index.html`;
  const styles: string[] = [];
  let classes = '';
  for (const piece of piecesOf(await readFile(join(folder.work, page), 'utf8'))) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'html') classes = piece.attributes.get('class') ?? '';
    const href = piece.name === 'link' && piece.attributes.get('rel') === 'stylesheet' && piece.attributes.get('href');
    if (href && !href.endsWith('/archive.css')) styles.push(join(locale, href));
  }
  return { styles, classes };
}
