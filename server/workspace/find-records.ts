import 'server-only';
import * as z from 'zod';
import type { Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { recordNaming } from './record-naming';

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

const foundRow = z.object({ slug: z.string(), title: z.string().nullable(), hint: z.string().nullable(), total: z.coerce.number() });

/** Published records of a kind by words in any of their names, languages and spellings; the nearest first. */
export async function findRecords(_actor: Actor, search: RecordSearch): Promise<FoundRecords> {
  const { title, hint, words } = recordNaming(search.kind, search.locale);
  const typed = search.query.trim().slice(0, 200);
  const view = Prisma.raw(`current_${search.kind}`);
  const rows = z.array(foundRow).parse(
    await db.$queryRaw`
      with named as (select r.slug, ${title} as title, ${hint} as hint, folded(${words}) as words from ${view} r),
      found as (
        select slug, title, hint, words from named
        where ${typed} = '' or words like all (${patternsOf(typed)}::text[]) or word_similarity(folded(${typed}), words) > 0.6
      )
      select slug, title, hint, count(*) over () as total from found
      order by ${typed} <> '' and folded(title) = folded(${typed}) desc,
               ${typed} <> '' and folded(title) like folded(${`${escaped(typed)}%`}) desc,
               case when ${typed} = '' then 0 else word_similarity(folded(${typed}), words) end desc, title, slug
      limit ${search.limit} offset ${search.offset ?? 0}`,
  );
  return {
    rows: rows.map(({ slug, title: name, hint: more }) => ({ slug, title: name ?? slug, hint: more || null })),
    total: rows[0]?.total ?? 0,
  };
}

/** Every word typed stands somewhere in the record's names. */
function patternsOf(typed: string): string[] {
  const words = typed.split(/\s+/).filter(Boolean).slice(0, 8);
  return words.length === 0 ? ['%'] : words.map((word) => `%${escaped(fold(word))}%`);
}

const escaped = (word: string) => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** As the database's `folded`: case and marks do not matter, nor does schwa. */
const fold = (word: string) =>
  word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[əıё]/g, (letter) => ({ ə: 'e', ı: 'i', ё: 'е' })[letter] ?? letter);
