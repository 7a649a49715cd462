import 'server-only';
import pg from 'pg';
import { Prisma } from '@/prisma/generated/client/client';
import { recordNaming } from '../record/record-naming';

/** What has a page of its own and can be found by its name. */
export interface NamedPage {
  readonly title: string;
  readonly hint: string;
  readonly words: string;
  readonly kind: 'project' | 'place' | 'landmark';
  readonly slug: string;
}

interface Row {
  readonly slug: string;
  readonly title: string | null;
  readonly hint: string | null;
  readonly words: string;
}

export const pathOfNamed = ({ kind, slug }: Pick<NamedPage, 'kind' | 'slug'>, locale: string): string =>
  `/${locale}/${{ project: 'projects', place: 'places', landmark: 'heritage' }[kind]}/${slug}`;

/** Projects, places and landmarks with every name and spelling, in the order of the language's alphabet. */
export async function readNames(databaseUrl: string, locale: string): Promise<readonly NamedPage[]> {
  const client = new pg.Client({ connectionString: databaseUrl, statement_timeout: 0 });
  client.on('error', () => {}); // the query fails too, and says why
  await client.connect();
  try {
    const found: NamedPage[] = [];
    for (const kind of ['project', 'place', 'landmark'] as const) {
      const { title, hint, words } = recordNaming(kind, locale);
      const { text, values } = Prisma.sql`
        select r.slug, ${title} as title, ${hint} as hint, ${words} as words from ${Prisma.raw(`current_${kind}`)} r`;
      const { rows } = await client.query<Row>(text, values);
      found.push(...rows.map((row) => ({ ...row, title: row.title ?? row.slug, hint: row.hint ?? '', kind })));
    }
    const alphabet = new Intl.Collator(locale, { numeric: true });
    return found.sort((one, other) => alphabet.compare(one.title, other.title));
  } finally {
    client.end().catch(() => {});
  }
}
