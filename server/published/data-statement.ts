import 'server-only';
import * as z from 'zod';
import { type DateSpan, day, isIsoDate, precisions } from '@/domain/calendar';
import { obtainments, verifications } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { listedEvidence, listedEvidenceSql } from './listed-evidence';

const isoDate = z.string().refine(isIsoDate).transform(day);

/** A date as one column: its first day, last day and precision, or null where it is not known. */
export const spanColumn = z
  .object({ first: isoDate, last: isoDate, precision: z.enum(precisions) })
  .transform((span): DateSpan => span)
  .nullable();

/** The three columns of a date, such as those of `v.reference_on`, as one. */
export function spanSql(stem: string): Prisma.Sql {
  const [first, last, precision] = ['first', 'last', 'precision'].map((part) => Prisma.raw(`${stem}_${part}`));
  return Prisma.sql`case when ${first} is not null then jsonb_build_object(
    'first', to_char(${first}, 'YYYY-MM-DD'), 'last', to_char(${last}, 'YYYY-MM-DD'), 'precision', ${precision}) end`;
}

const sourceColumn = z.object({
  slug: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  publishedOn: spanColumn,
  isRecalled: z.boolean(),
  evidence: listedEvidence,
});

export const statementColumn = z.object({
  statedBy: z.object({ slug: z.string(), name: z.string() }),
  reportedBy: z.string().nullable(),
  obtained: z.enum(obtainments),
  verification: z.enum(verifications),
  verifiedBy: z.string().nullable(),
  note: z.string().nullable(),
  publishedOn: isoDate,
  source: sourceColumn.nullable(),
});

/** Whose statement a row is, with its source: what travels with every figure. */
export type Statement = z.output<typeof statementColumn>;

/** The statement of a row `v`, as one column. A withdrawn source or organisation still says who said it. */
export const statementSql = Prisma.sql`(
  select jsonb_build_object(
    'statedBy', jsonb_build_object('slug', v.stated_by_slug, 'name', coalesce(organisation.name, v.stated_by_slug)),
    'reportedBy', v.reported_by,
    'obtained', v.obtained,
    'verification', v.verification,
    'verifiedBy', coalesce(verifier.name, v.verified_by_slug),
    'note', v.note,
    'publishedOn', to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD'),
    'source', (
      select jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher, 'url', s.url,
        'publishedOn', ${spanSql('s.published_on')}, 'isRecalled', s.title_basis = 'recalled',
        'evidence', ${listedEvidenceSql('s')})
      from latest_source s where s.slug = v.source_slug))
  from (select 1) one
  left join latest_organisation organisation on organisation.slug = v.stated_by_slug
  left join latest_organisation verifier on verifier.slug = v.verified_by_slug)`;

export const nameColumn = z.object({
  language: z.string(),
  name: z.string(),
  kind: z.enum(['official', 'alternate', 'historic', 'transliteration', 'not_stated']),
  isMain: z.boolean().nullable(),
});

/** A name of a place or landmark, with its language and kind. */
export type Name = z.output<typeof nameColumn>;

/** All names of a record `v`, as one column, in the order of their version. */
export const namesSql = (table: 'place_name' | 'landmark_name') => Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object('language', n.language, 'name', n.name, 'kind', n.kind, 'isMain', n.is_main) order by n.position)
  from ${Prisma.raw(table)} n where n.version_id = v.id), '[]'::jsonb)`;
