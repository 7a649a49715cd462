import 'server-only';
import * as z from 'zod';
import { plainText } from '@/domain/filter';
import { type Found, foundKinds, type FoundKind, longestSearch } from '@/domain/search/found';
import { Prisma } from '@/prisma/generated/client/client';
import { recordNaming } from '../record/record-naming';
import type { PublicRecord } from './record-at';

export interface SearchAnswer {
  readonly found: readonly Found[];
  /** There are more than these: `page` counts from 1. */
  readonly hasMore: boolean;
}

export interface Search {
  readonly query: string;
  readonly locale: string;
  readonly limit: number;
  readonly page?: number;
}

/** As many of a kind are weighed against each other; who looks for more says more. */
const weighed = 200;

const foundRow = z.object({ kind: z.enum(foundKinds), slug: z.string(), name: z.string() });
const namedRow = z.object({ slug: z.string(), title: z.string().nullable(), hint: z.string().nullable() });

/**
 * Published records by any of their names, in every language, alphabet and spelling that the record holds, typing errors
 * and beginnings included; the nearest first. A project and a landmark are also found by the names of their place.
 */
export async function searchRecord(record: PublicRecord, search: Search): Promise<SearchAnswer> {
  const typed = plainText(search.query.slice(0, longestSearch));
  if (typed === '') return { found: [], hasMore: false };
  const offset = ((search.page ?? 1) - 1) * search.limit;
  const rows = z.array(foundRow).parse(await record.query(foundSql(typed, search.limit + 1, offset)));
  const shown = rows.slice(0, search.limit);
  const named = await namesOf(record, shown, search.locale);
  return {
    found: shown.flatMap(({ kind, slug, name }): Found[] => {
      const own = named.get(`${kind}/${slug}`);
      if (!own) return [];
      const title = own.title ?? slug;
      return [{ kind, slug, title, hint: own.hint || null, foundAs: name === title ? null : name }];
    }),
    hasMore: rows.length > search.limit,
  };
}

/** Each record once, by its nearest name. */
function foundSql(typed: string, limit: number, offset: number): Prisma.Sql {
  const order = foundKinds.map((kind, index) => Prisma.sql`when ${kind} then ${index}`);
  return Prisma.sql`
    with at as materialized (${placeNames(typed)}),
    near as (${Prisma.join(nameLists(typed), ' union all ')}),
    best as (select distinct on (kind, slug) * from near order by kind, slug, nearness desc, length(name))
    select kind, slug, name from best
    order by nearness desc, case kind ${Prisma.join(order, ' ')} end, length(name), name, slug
    limit ${limit} offset ${offset}`;
}

const placeNames = (typed: string) =>
  nearNames(typed, {
    kind: 'place',
    slug: Prisma.sql`v.slug`,
    name: Prisma.sql`n.name`,
    from: Prisma.sql`current_place v join place_name n on n.version_id = v.id`,
  });

/** Where names stand: every kind's own, then the places' for what lies in them, which counts for less. */
function nameLists(typed: string): Prisma.Sql[] {
  const near = (kind: FoundKind, slug: string, name: string, from: Prisma.Sql) =>
    nearNames(typed, { kind, slug: Prisma.raw(slug), name: Prisma.raw(name), from });
  const { sql } = Prisma;
  return [
    sql`(select * from at)`,
    near('project', 'v.slug', 'v.title', sql`current_project v`),
    near('landmark', 'v.slug', 'v.title', sql`current_landmark v`),
    near('landmark', 'v.slug', 'n.name', sql`current_landmark v join landmark_name n on n.version_id = v.id`),
    near('programme', 'v.slug', 'v.title', sql`current_programme v`),
    near('organisation', 'v.slug', 'v.name', sql`current_organisation v`),
    near(
      'organisation',
      'v.slug',
      'n.name',
      sql`current_organisation v join organisation_name n on n.version_id = v.id`,
    ),
    near('source', 'v.slug', 'v.title', sql`current_source v`),
    near('source', 'v.slug', 'v.publisher', sql`current_source v`),
    sql`(select 'project', v.slug, at.name, at.nearness - ${further}
      from at join project_place p on p.place_slug = at.slug join current_project v on v.id = p.version_id
      where at.nearness >= ${certain} limit ${weighed})`,
    sql`(select 'landmark', v.slug, at.name, at.nearness - ${further}
      from at join current_landmark v on v.place_slug = at.slug
      where at.nearness >= ${certain} limit ${weighed})`,
  ];
}

interface Names {
  readonly kind: FoundKind;
  readonly slug: Prisma.Sql;
  readonly name: Prisma.Sql;
  readonly from: Prisma.Sql;
}

/** The whole name is what was typed (4), begins with it (3), has it as a beginning of a word (2), or is spelt nearly so (up to 1 and more). */
const certain = 2;
/** By its place a record is found less surely than by a word of its own name. */
const further = 2.5;

/**
 * The nearest names of one list: those that begin with what was typed, and those that hold it or nearly so. Each is asked
 * of an index and no further than can be weighed, so that a word which thousands share costs no more than a rare one;
 * fewer than three letters have nothing to be nearly like.
 */
function nearNames(typed: string, { kind, slug, name, from }: Names): Prisma.Sql {
  const { sql } = Prisma;
  const pattern = escaped(typed);
  const nearness = sql`case
      when folded(name) = folded(${typed}) then 4
      when starts_with(folded(name), folded(${typed})) then 3
      when folded(name) like folded(${`% ${pattern}%`}) then 2
      else 0 end + word_similarity(folded(${typed}), folded(name))`;
  const named = sql`select ${slug} as slug, ${name} as name from ${from}`;
  const beginning = sql`(${named}
    where folded(${name}) ~>=~ folded(${typed}) and folded(${name}) ~<~ (folded(${typed}) || ${lastLetter})
    order by folded(${name}) using ~<~ limit ${weighed})`;
  const within = sql`(${named}
    where folded(${name}) %> folded(${typed}) or folded(${name}) like folded(${`%${pattern}%`}) limit ${weighed})`;
  return sql`(select ${kind}::text as kind, slug, name, ${nearness} as nearness
    from (${beginning} ${[...typed].length < 3 ? Prisma.empty : sql`union ${within}`}) as c)`;
}

/** Nothing is written with it: every text with the same beginning comes before. */
const lastLetter = '\u{10ffff}';

const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

async function namesOf(
  record: PublicRecord,
  rows: readonly z.infer<typeof foundRow>[],
  locale: string,
): Promise<ReadonlyMap<string, z.infer<typeof namedRow>>> {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const { title, hint } = recordNaming(kind, locale);
      const slugs = rows.filter((row) => row.kind === kind).map(({ slug }) => slug);
      const named = await record.query`
        select r.slug, ${title} as title, ${hint} as hint from ${Prisma.raw(`current_${kind}`)} r
        where r.slug = any(${slugs}::text[])`;
      return z
        .array(namedRow)
        .parse(named)
        .map((row) => [`${kind}/${row.slug}`, row] as const);
    }),
  );
  return new Map(lists.flat());
}
