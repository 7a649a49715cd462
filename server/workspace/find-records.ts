import 'server-only';
import * as z from 'zod';
import { plainText } from '@/domain/filter';
import type { Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { recordNaming } from '../record/record-naming';

export interface FoundRecord {
  readonly slug: string;
  readonly title: string;
  readonly hint: string | null;
}

export interface FoundRecords {
  readonly rows: readonly FoundRecord[];
  readonly total: number;
}

export interface RecordSearch {
  readonly kind: RecordKind;
  readonly query: string;
  readonly locale: string;
  readonly limit: number;
  readonly offset?: number;
}

const foundRow = z.object({
  slug: z.string(),
  title: z.string().nullable(),
  hint: z.string().nullable(),
  total: z.coerce.number(),
});

/** Published records of a kind by words in any of their names, languages and spellings; the nearest first. */
export async function findRecords(_actor: Actor, search: RecordSearch): Promise<FoundRecords> {
  const { title, hint, words } = recordNaming(search.kind, search.locale);
  const typed = plainText(search.query.slice(0, 200));
  const view = Prisma.raw(`current_${search.kind}`);
  if (typed === '') return listRecords(search, { title, hint, view });
  const rows = z.array(foundRow).parse(
    await db.$queryRaw`
      with named as (select r.id, ${title} as title, folded(${words}) as words from ${view} r),
      found as (
        select id, title, words, count(*) over () as total from named
        where words like all (${patternsOf(typed)}::text[]) or word_similarity(folded(${typed}), words) > 0.6
        order by folded(title) = folded(${typed}) desc, folded(title) like folded(${`${escaped(typed)}%`}) desc,
                 word_similarity(folded(${typed}), words) desc, title
        limit ${search.limit} offset ${search.offset ?? 0}
      )
      select r.slug, found.title, ${hint} as hint, found.total
      from found join ${view} r on r.id = found.id
      order by folded(found.title) = folded(${typed}) desc, folded(found.title) like folded(${`${escaped(typed)}%`}) desc,
               word_similarity(folded(${typed}), found.words) desc, found.title`,
  );
  return answer(rows);
}

/** All of a kind, by identifier: names are read for one page alone. */
async function listRecords(
  { limit, offset = 0 }: RecordSearch,
  { title, hint, view }: { readonly title: Prisma.Sql; readonly hint: Prisma.Sql; readonly view: Prisma.Sql },
): Promise<FoundRecords> {
  const rows = z.array(foundRow).parse(
    await db.$queryRaw`
      with page as (select id, (select count(*) from ${view}) as total from ${view} order by slug limit ${limit} offset ${offset})
      select r.slug, ${title} as title, ${hint} as hint, page.total
      from page join ${view} r on r.id = page.id order by r.slug`,
  );
  return answer(rows);
}

const answer = (rows: readonly z.infer<typeof foundRow>[]): FoundRecords => ({
  rows: rows.map(({ slug, title, hint }) => ({ slug, title: title ?? slug, hint: hint || null })),
  total: rows[0]?.total ?? 0,
});

/** Every word typed stands somewhere in the record's names. */
function patternsOf(typed: string): string[] {
  const words = typed.split(/\s+/).filter(Boolean).slice(0, 8);
  return words.length === 0 ? ['%'] : words.map((word) => `%${escaped(fold(word))}%`);
}

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** As the database's `folded`: case and marks do not matter, nor does schwa. */
const fold = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[əıё]/g, (letter) => ({ ə: 'e', ı: 'i', ё: 'е' })[letter] ?? letter);
