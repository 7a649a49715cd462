import 'server-only';
import * as z from 'zod';
import { type DateSpan, dayIn, type IsoDate } from '@/domain/calendar';
import { obtainments, type Verification, verifications } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { env } from '../env';
import { listedEvidence, listedEvidenceSql } from './listed-evidence';
import { dateColumn, precisionColumn, spanOf } from './project-row';

/** What travels with every figure: whose statement it is, its source, how far it is verified, when it was published. */
export interface Statement {
  readonly statedBy: string | null;
  readonly reportedBy: string | null;
  readonly verification: Verification;
  /** The independent body that has checked it; only of what is verified. */
  readonly verifiedBy: string | null;
  readonly isRecalled: boolean;
  readonly note: string | null;
  /** The day this record published it. */
  readonly publishedOn: IsoDate;
  readonly source: Source;
}

export interface Source {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedOn: DateSpan | null;
  readonly isRecalled: boolean;
  readonly evidence: z.output<typeof listedEvidence>;
}

/** The columns of a statement in a query over version `v`; `joinStatement` brings its source and organisation. */
export const statementColumns = Prisma.sql`
  v.published_at, v.verification::text, v.obtained::text, v.note, v.reported_by,
  stated_by.name as stated_by, coalesce(verified_by.name, v.verified_by_slug) as verified_by, v.source_slug, source.title as source_title, source.publisher as source_publisher,
  source.url as source_url, source.published_on_first as source_on_first, source.published_on_last as source_on_last,
  source.published_on_precision::text as source_on_precision, ${listedEvidenceSql('source')} as source_evidence`;

// A withdrawn source or organisation still says who said it.
export const joinStatement = Prisma.sql`
  left join latest_organisation stated_by on stated_by.slug = v.stated_by_slug
  left join latest_organisation verified_by on verified_by.slug = v.verified_by_slug
  left join latest_source source on source.slug = v.source_slug`;

export const sourceRow = {
  source_slug: z.string(),
  source_title: z.string().nullable(),
  source_publisher: z.string().nullable(),
  source_url: z.string().nullable(),
  source_on_first: dateColumn.nullable(),
  source_on_last: dateColumn.nullable(),
  source_on_precision: precisionColumn.nullable(),
  source_evidence: listedEvidence.default([]),
};

export const statementRow = {
  published_at: z.date(),
  verification: z.enum(verifications),
  obtained: z.enum(obtainments),
  note: z.string().nullable(),
  reported_by: z.string().nullable(),
  stated_by: z.string().nullable(),
  verified_by: z.string().nullable(),
  ...sourceRow,
};

type StatementRow = z.output<z.ZodObject<typeof statementRow>>;
type SourceRow = z.output<z.ZodObject<typeof sourceRow>>;

export function statementOf(row: StatementRow): Statement {
  const isRecalled = row.obtained === 'recalled';
  return {
    statedBy: row.stated_by,
    reportedBy: row.reported_by,
    verification: row.verification,
    verifiedBy: row.verified_by,
    isRecalled,
    note: row.note,
    publishedOn: dayOfRecord(row.published_at),
    source: sourceOf(row, isRecalled),
  };
}

export function sourceOf(row: SourceRow, isRecalled = false): Source {
  return {
    slug: row.source_slug,
    title: row.source_title ?? row.source_slug,
    publisher: row.source_publisher,
    url: row.source_url,
    publishedOn: spanOf({ first: row.source_on_first, last: row.source_on_last, precision: row.source_on_precision }),
    isRecalled,
    evidence: row.source_evidence,
  };
}

/** The day of a moment where the record is kept. */
export const dayOfRecord = (moment: Date): IsoDate => dayIn(env.CORNERSTONE_TIME_ZONE, moment);
