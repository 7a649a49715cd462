import 'server-only';
import * as z from 'zod';
import type { ShownEvidence } from '@/domain/evidence/shown';
import { pairSides } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { spanColumn, spanSql } from './data-statement';
import type { PublicRecord } from './record-at';

const evidenceRow = z.object({
  hash: z.string(),
  caption: z.string(),
  takenOn: spanColumn,
  pair: z.string().nullable(),
  side: z.enum(pairSides).nullable(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  pages: z.number().nullable(),
  source: z.object({
    slug: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    publishedOn: spanColumn,
  }),
});

type EvidenceSource = z.output<typeof evidenceRow>['source'];

/** What shows a project: evidence that names it, and evidence of its sources that names nothing else. Earliest first. */
export const readProjectEvidence = (record: PublicRecord, slug: string) =>
  readEvidence(
    record,
    Prisma.sql`e.project_slug = ${slug}`,
    Prisma.sql`
      select p.source_slug from current_project p where p.slug = ${slug}
      union select r.source_slug from current_progress_report r where r.project_slug = ${slug}`,
  );

/** What shows a landmark, in the same way. */
export const readLandmarkEvidence = (record: PublicRecord, slug: string) =>
  readEvidence(
    record,
    Prisma.sql`e.landmark_slug = ${slug}`,
    Prisma.sql`
      select l.source_slug from current_landmark l where l.slug = ${slug}
      union select c.source_slug from current_condition c where c.landmark_slug = ${slug}`,
  );

async function readEvidence(
  record: PublicRecord,
  isNamed: Prisma.Sql,
  sources: Prisma.Sql,
): Promise<readonly ShownEvidence<EvidenceSource>[]> {
  const rows = await record.query`
    with listed as (
      select e.id, e.version_id from source_evidence e where ${isNamed}
      union
      select e.id, e.version_id from source_evidence e
      join current_source s on s.id = e.version_id and s.slug in (${sources})
      where e.project_slug is null and e.landmark_slug is null
    )
    select e.hash, e.caption, ${spanSql('e.taken_on')} as "takenOn", e.pair, e.side::text, f.bytes, f.width, f.height, f.pages,
      jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher, 'url', s.url,
        'publishedOn', ${spanSql('s.published_on')}) as source
    from listed
    join source_evidence e on e.id = listed.id
    join current_source s on s.id = listed.version_id
    join evidence_file f on f.hash = e.hash
    -- As of a day the record said what it said. By a day, what was taken later had not happened, and what has no date cannot be placed.
    where ${record.past.until}::date is null or e.taken_on_last <= ${record.past.until}::date
    order by e.taken_on_first nulls last, s.slug, e.position`;
  return z
    .array(evidenceRow)
    .parse(rows)
    .map(({ width, height, ...row }) => ({ ...row, size: width && height ? { width, height } : null }));
}
