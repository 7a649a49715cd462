import 'server-only';
import * as z from 'zod';
import type { CodeList } from '@/domain/record/code-lists';
import { codeLists } from '@/domain/record/code-lists';
import type { RecordKind } from '@/domain/record/kinds';
import { recordKinds } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';
import { recordNaming } from './record-naming';

/** Asks the record of now, or of another day. */
export type AskRecord = (sql: Prisma.Sql) => Promise<unknown[]>;

export interface RecordMention {
  readonly kind: RecordKind;
  readonly slug: string;
}

/** What a record is called, by `kind/slug`; a record that is not published keeps its identifier. */
export type Labels = Readonly<Record<string, string>>;

export const labelKey = ({ kind, slug }: RecordMention) => `${kind}/${slug}`;

/** The names of these records; `latest` names withdrawn ones too. */
export async function labelsOf(
  ask: AskRecord,
  which: 'current' | 'latest',
  mentions: readonly RecordMention[],
  locale: string,
): Promise<Labels> {
  const labels: Record<string, string> = {};
  for (const kind of recordKinds) {
    const slugs = [...new Set(mentions.filter((each) => each.kind === kind).map(({ slug }) => slug))];
    if (slugs.length === 0) continue;
    const { title, hint } = recordNaming(kind, locale);
    // A report has no name of its own; a source's title alone says nothing of who published it.
    const named =
      kind === 'source' || kind === 'progress_report'
        ? Prisma.sql`concat_ws(' · ', ${title}, nullif(${hint}, ''))`
        : title;
    const rows = z
      .array(z.object({ slug: z.string(), title: z.string().nullable() }))
      .parse(
        await ask(
          Prisma.sql`select r.slug, ${named} as title from ${Prisma.raw(`${which}_${kind}`)} r where r.slug = any(${slugs})`,
        ),
      );
    for (const { slug, title: name } of rows) labels[labelKey({ kind, slug })] = name ?? slug;
  }
  return labels;
}

export interface CodeOption {
  readonly code: string;
  readonly label: string;
  readonly unit: string | null;
  readonly sector: string | null;
}

export type CodeOptions = Readonly<Record<CodeList, readonly CodeOption[]>>;

const codeRow = z.object({
  list: z.enum(codeLists),
  code: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  sector: z.string().nullable(),
});

/** The codes of every open list with their labels, in the order the list gives them; `latest` has withdrawn ones too. */
export async function codesOf(ask: AskRecord, which: 'current' | 'latest', locale: string): Promise<CodeOptions> {
  const rows = z.array(codeRow).parse(
    await ask(Prisma.sql`
      select list::text, code, code_label_in(list::text, code, ${locale}) as label, unit, sector::text
      from ${Prisma.raw(`${which}_code`)} order by list, "order" nulls last, 3`),
  );
  const options = Object.fromEntries(codeLists.map((list) => [list, rows.filter((row) => row.list === list)]));
  return options as unknown as CodeOptions; // built from every list there is
}
