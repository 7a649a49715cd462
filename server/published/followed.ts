import 'server-only';
import * as z from 'zod';
import { type FilterProblem } from '@/domain/filter';
import { type FilterRules, type FilterValues, unknownValue } from '@/domain/export/filters';
import { Prisma } from '@/prisma/generated/client/client';
import { revisionRow, revisionsIn, sequencesOf } from './history';
import type { PublicRecord } from './record-at';
import { placesWithin } from './table-conditions';

export type FollowedRevision = z.output<typeof followedRow>;

/** The latest published changes of what is followed, latest first, each with the moment it was published and its own name for ever. */
export async function readFollowed(
  record: PublicRecord,
  of: FilterValues,
  most: number,
): Promise<readonly FollowedRevision[]> {
  const conditions = [
    Prisma.sql`true`,
    of.kind && Prisma.sql`r.kind::text = ${of.kind}`,
    of.project && Prisma.sql`r.sequence in (${sequencesOf({ of: 'project', slug: of.project })})`,
    of.place && Prisma.sql`r.sequence in (${ofPlace(of.place)})`,
    of.programme && Prisma.sql`r.sequence in (${ofProgramme(of.programme)})`,
    of.sector && Prisma.sql`r.sequence in (${ofProjects(Prisma.sql`p.sector::text = ${of.sector}`)})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const rows = await record.query`
    with chosen as (
      select r.sequence from public_revision r where ${Prisma.join(conditions, ' and ')}
      order by r.sequence desc limit ${most}
    )
    select told.*, r.id::text as id, r.published_at as "publishedAt"
    from (${revisionsIn(Prisma.sql`chosen`)}) as told join public_revision r using (sequence)
    order by told.sequence desc`;
  return z.array(followedRow).parse(rows);
}

/** The first of these that names a record which the day asked for does not know. What was withdrawn is followed on. */
export async function findUnknownFollowed(
  record: PublicRecord,
  rules: FilterRules,
  of: FilterValues,
): Promise<FilterProblem | null> {
  for (const [name, value] of Object.entries(of)) {
    const rule = rules[name];
    const kind = rule?.type === 'reference' ? rule.to : rule?.type === 'within' ? 'place' : null;
    if (!kind) continue;
    const found = await record.query`select 1 from ${Prisma.raw(`latest_${kind}`)} where slug = ${value}`;
    if (found.length === 0) return unknownValue(name, value);
  }
  return null;
}

/** Projects chosen by what is said of them now, and what is stated of them. A report moved from one to another is in both. */
const ofProjects = (which: Prisma.Sql) => Prisma.sql`
  select t.sequence from revision_trace t
  join latest_project p on p.slug = case t.kind when 'project' then t.slug else t.project_slug end
  where ${which}`;

const ofPlace = (place: string) => Prisma.sql`
  select t.sequence from revision_trace t
  where case t.kind when 'place' then t.slug else t.place_slug end in (select ${place} union ${placesWithin(place)})
  union
  ${ofProjects(Prisma.sql`p.id in (select pp.version_id from project_place pp where pp.place_slug in ${placesWithin(place)})`)}
  union
  select t.sequence from revision_trace t
  join latest_landmark l on l.slug = case t.kind when 'landmark' then t.slug else t.landmark_slug end
  where l.place_slug in ${placesWithin(place)}`;

const ofProgramme = (programme: string) => Prisma.sql`
  ${sequencesOf({ of: 'record', kind: 'programme', slug: programme })}
  union
  select sequence from revision where ${programme} in (after->>'programmeSlug', before->>'programmeSlug')
  union
  ${ofProjects(Prisma.sql`p.programme_slug = ${programme}`)}`;

const followedRow = revisionRow.extend({ id: z.uuid(), publishedAt: z.date() });
