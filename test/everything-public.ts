import * as z from 'zod';
import type { ListAnswer } from '@/domain/api/answers';
import type { ApiRoute } from '@/domain/api/route';
import { routesAt } from '@/domain/api/routes';
import { type Format, formats, formatsOf } from '@/domain/export/formats';
import { readListCell } from '@/domain/export/list-cell';
import type { AddressParameters } from '@/domain/filter';
import { type Content, rowsOf } from '@/domain/record/content';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '@/server/db';
import { answerList } from '@/server/export/api-list';
import { answerHistory, answerRecord } from '@/server/export/api-record';
import { openFile } from '@/server/export/open-file';
import { recordNow } from '@/server/published/record-at';
import { cellsIn } from './read-formats';
import type { SeenVersion } from './recovered';

/** One number as some page, file or past day gives it. */
export interface ReadNumber {
  readonly where: string;
  readonly slug: string;
  readonly version: number;
  /** `families`, `persons`, or a part: `female 0-17`. */
  readonly name: string;
  readonly value: number;
}

const row = z.object({
  slug: z.string(),
  version: z.number(),
  families: z.number().nullable(),
  persons: z.number().nullable(),
  parts: z.array(
    z.object({
      sex: z.string(),
      age_from: z.number().nullable(),
      age_to: z.number().nullable(),
      persons: z.number().nullable(),
    }),
  ),
});

const content = z.object({
  families: z.union([z.number(), z.string()]).nullable(),
  persons: z.union([z.number(), z.string()]).nullable(),
  breakdown: z
    .array(
      z.object({
        sex: z.string(),
        ageFrom: z.number().nullable(),
        ageTo: z.number().nullable(),
        persons: z.union([z.number(), z.string()]),
      }),
    )
    .nullable(),
});

/** Every count of people that anyone can read: now, on every past day in both its senses, in each revision, and in the files. */
export async function everythingPublic(): Promise<readonly ReadNumber[]> {
  const moments = z
    .array(z.object({ moment: z.string() }))
    .parse(
      await db.$queryRaw`select distinct (published_at + interval '1 millisecond')::text as moment from public_revision where kind = 'resettlement'`,
    );
  const found: ReadNumber[] = [
    ...(await ofViews('public', null)),
    ...(await ofRevisions('public', null)),
    ...(await ofFiles()),
    ...(await ofApi()),
  ];
  for (const { moment } of moments) {
    for (const view of ['said', 'happened'] as const) {
      found.push(...(await ofViews(view, moment)), ...(await ofRevisions(view, moment)));
    }
  }
  return found;
}

async function ask(schema: string, moment: string | null, sql: Prisma.Sql): Promise<unknown> {
  const [, rows] = await db.$transaction([
    db.$queryRaw`select set_config('search_path', ${`${schema}, public`}, true), set_config('cornerstone.before_instant', ${moment ?? ''}, true)`,
    db.$queryRaw<unknown>(sql),
  ]);
  return rows;
}

async function ofViews(schema: string, moment: string | null): Promise<readonly ReadNumber[]> {
  const rows = await ask(
    schema,
    moment,
    Prisma.sql`
      select v.slug, v.version, v.families, v.persons, coalesce((
        select jsonb_agg(jsonb_build_object('sex', b.sex, 'age_from', b.age_from, 'age_to', b.age_to, 'persons', b.persons))
        from shown_resettlement_breakdown b where b.version_id = v.id), '[]') as parts
      from latest_resettlement v`,
  );
  return z
    .array(row)
    .parse(rows)
    .flatMap(({ slug, version, families, persons, parts }) => {
      const read = numberReader(`${schema} at ${moment ?? 'now'}`, slug, version);
      return [
        ...read('families', families),
        ...read('persons', persons),
        ...parts.flatMap((part) => read(partName(part.sex, part.age_from, part.age_to), part.persons)),
      ];
    });
}

async function ofRevisions(schema: string, moment: string | null): Promise<readonly ReadNumber[]> {
  const rows = await ask(
    schema,
    moment,
    Prisma.sql`select slug, version, before, after from public_revision where kind = 'resettlement'`,
  );
  const revision = z.object({ slug: z.string(), version: z.number(), before: content.nullable(), after: content });
  return z
    .array(revision)
    .parse(rows)
    .flatMap(({ slug, version, before, after }) => [
      ...ofContent(`revision in ${schema}, before`, slug, version - 1, before),
      ...ofContent(`revision in ${schema}, after`, slug, version, after),
    ]);
}

function ofContent(
  where: string,
  slug: string,
  version: number,
  said: z.output<typeof content> | null,
): readonly ReadNumber[] {
  if (!said) return [];
  const read = numberReader(where, slug, version);
  return [
    ...read('families', said.families),
    ...read('persons', said.persons),
    ...(said.breakdown ?? []).flatMap((part) => read(partName(part.sex, part.ageFrom, part.ageTo), part.persons)),
  ];
}

async function ofFiles(): Promise<readonly ReadNumber[]> {
  const found = await Promise.all(formats.map(ofFormat));
  return found.flat();
}

async function ofFormat(format: Format): Promise<readonly ReadNumber[]> {
  const lines = async (table: 'resettlement' | 'revisions') =>
    formatsOf(table).includes(format) ? cellsIn(format, table, await openFile(recordNow(), table, {}, format)) : [];
  const counts = (await lines('resettlement')).flatMap((cells) => {
    const read = numberReader(`resettlement.${format}`, cells.slug ?? '', Number(cells.version));
    const list = (name: string) => readListCell(cells[name] ?? '').map((entry) => entry ?? '');
    const [sexes, from, to] = [list('breakdown_sex'), list('breakdown_age_from'), list('breakdown_age_to')];
    return [
      ...read('families', wholeIn(cells.families)),
      ...read('persons', wholeIn(cells.persons)),
      ...list('breakdown_persons').flatMap((cell, index) =>
        read(partName(sexes[index] ?? '', wholeIn(from[index]), wholeIn(to[index])), wholeIn(cell)),
      ),
    ];
  });
  const revisions = (await lines('revisions')).flatMap((cells) => {
    if (cells.kind !== 'resettlement') return [];
    const said = (json: string | undefined) => (json ? content.parse(JSON.parse(json)) : null);
    const version = Number(cells.version);
    return [
      ...ofContent(`revisions.${format}, before`, cells.slug ?? '', version - 1, said(cells.before)),
      ...ofContent(`revisions.${format}, after`, cells.slug ?? '', version, said(cells.after)),
    ];
  });
  return [...counts, ...revisions];
}

const countInApi = z.object({
  slug: z.string(),
  version: z.number(),
  families: z.number().nullable(),
  persons: z.number().nullable(),
  breakdown: z.array(
    z.object({
      sex: z.string(),
      age_from: z.number().nullable(),
      age_to: z.number().nullable(),
      persons: z.number().nullable(),
    }),
  ),
});
const revisionInApi = z.object({
  kind: z.string(),
  slug: z.string(),
  version: z.number(),
  before: z.unknown(),
  after: z.unknown(),
});

/** The same counts as programs read them: every page of a list, and what lacks a number alone and with its history. */
async function ofApi(): Promise<readonly ReadNumber[]> {
  const counts = z.array(countInApi).parse(await everyRowOfApi('/api/v1/resettlement'));
  const histories: unknown[] = [];
  const alone: unknown[] = [];
  for (const { slug } of counts.filter(({ families, persons }) => families === null || persons === null)) {
    histories.push(...(await everyRowOfApi(`/api/v1/resettlement/${slug}/history`)));
    const one = await answerRecord(routeAt('/api/v1/resettlement/{slug}'), 'resettlement', slug, {});
    if (one.ok) alone.push(one.value.answer.row);
  }
  return [
    ...counts.flatMap((count) => ofCount('API, list', count)),
    ...z
      .array(countInApi)
      .parse(alone)
      .flatMap((count) => ofCount('API, record', count)),
    ...z
      .array(revisionInApi)
      .parse([...(await everyRowOfApi('/api/v1/revisions')), ...histories])
      .filter(({ kind }) => kind === 'resettlement')
      .flatMap(({ slug, version, before, after }) => [
        ...ofContent('API, before', slug, version - 1, content.nullable().parse(before)),
        ...ofContent('API, after', slug, version, content.parse(after)),
      ]),
  ];
}

const ofCount = (where: string, { slug, version, families, persons, breakdown }: z.output<typeof countInApi>) => {
  const read = numberReader(where, slug, version);
  return [
    ...read('families', families),
    ...read('persons', persons),
    ...breakdown.flatMap((part) => read(partName(part.sex, part.age_from, part.age_to), part.persons)),
  ];
};

async function everyRowOfApi(pathname: string): Promise<readonly unknown[]> {
  const [, , , table = '', slug] = pathname.split('/');
  const route = routeAt(slug ? `/api/v1/${table}/{slug}/history` : pathname);
  const rows: unknown[] = [];
  for (let asked: AddressParameters | null = { limit: '500' }; asked; ) {
    const page: Awaited<ReturnType<typeof answerList>> = slug
      ? await answerHistory(route, 'resettlement', slug, asked)
      : await answerList(route, table === 'revisions' ? 'revisions' : 'resettlement', asked);
    if (!page.ok) throw new Error(`${pathname}: ${page.problem.kind}`);
    const answer: ListAnswer = page.value.answer;
    rows.push(...answer.rows);
    asked = answer.next ? Object.fromEntries(new URL(answer.next).searchParams) : null;
  }
  return rows;
}

function routeAt(path: string): ApiRoute {
  const [route] = routesAt(path);
  if (!route) throw new Error(`The API has no ${path}.`);
  return route;
}

export interface PublishedVersion extends SeenVersion {
  readonly version: number;
}

/** Every version ever published with its true content, and whether any number of it was read anywhere in public. */
export async function versionsReadIn(numbers: readonly ReadNumber[]): Promise<readonly PublishedVersion[]> {
  const seen = new Set(numbers.map(({ slug, version, name }) => `${slug}/${version} ${name}`));
  const rows = z
    .array(
      z.object({
        slug: z.string(),
        version: z.number(),
        publication: z.number(),
        content: z.record(z.string(), z.unknown()),
      }),
    )
    .parse(
      await db.$queryRaw`
        select slug, version, dense_rank() over (order by published_at)::int as publication, after as content
        from revision where kind = 'resettlement' order by sequence`,
    );
  return rows.map(({ slug, version, publication, content: raw }) => {
    const said = raw as Content; // published content has passed its schema
    const isRead = (name: string) => seen.has(`${slug}/${version} ${name}`);
    const parts = rowsOf(said, 'breakdown').map(({ sex, ageFrom, ageTo }) =>
      partName(String(sex), typeof ageFrom === 'number' ? ageFrom : null, typeof ageTo === 'number' ? ageTo : null),
    );
    return {
      slug,
      version,
      publication,
      content: said,
      totals: isRead('persons') || isRead('families'),
      breakdown: parts.some(isRead),
    };
  });
}

export const partName = (sex: string, from: number | null, to: number | null) => `${sex} ${from ?? ''}-${to ?? ''}`;

const wholeIn = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell));

const numberReader =
  (where: string, slug: string, version: number) =>
  (name: string, value: number | string | null): readonly ReadNumber[] =>
    typeof value === 'number' ? [{ where, slug, version, name, value }] : [];
