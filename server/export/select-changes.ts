import 'server-only';
import { comparedDays } from '@/domain/compared-days';
import type { FilterValues } from '@/domain/export/filters';
import { recordKinds } from '@/domain/record/kinds';
import { reasonKinds } from '@/domain/vocabulary';
import messages from '@/messages/en.json';
import { Prisma } from '@/prisma/generated/client/client';
import { changesSql } from '../published/changes-sql';
import type { PublicRecord } from '../published/record-at';
import { caseOf, chosenCells, instantText, raw } from './cells';
import type { Face } from './face';
import { withLookups } from './lookups';
import { labelsOf } from './words';

/** What the record said otherwise on two days, as the page lists it: the latest publication first. */
export function selectChanges(record: PublicRecord, filters: FilterValues, face: Face): Prisma.Sql {
  const days = comparedDays(filters, record.publishedUpTo);
  if (!days.ok) throw new Error(`Days passed that cannot be compared: ${days.problem.name}`);
  const cells = cellsFor(face);
  return Prisma.sql`${withLookups(new Set(['place_words']), face)}select ${chosenCells('changes', ({ header }) => cells[header])}
    from (${changesSql(days.value, filters)}) v
    left join place_words place on place.slug = v.place_slug
    left join place_words district on district.slug = v.district_slug
    order by v.sequence desc`;
}

const kindLabels = new Map(recordKinds.map((kind) => [kind, messages.record[kind].name]));

const cellsFor = (face: Face): Readonly<Record<string, Prisma.Sql>> => ({
  change: raw('v.change'),
  kind: raw('v.kind::text'),
  kind_label: caseOf(raw('v.kind'), kindLabels),
  slug: raw('v.slug'),
  title: face.text(raw('v.title')),
  sector: raw('v.sector'),
  project_slug: raw('v.project_slug'),
  place_slug: raw('v.place_slug'),
  place_name: raw('place.name'),
  district_slug: raw('v.district_slug'),
  district_name: raw('district.name'),
  from_version: raw('case when v.before is not null then v.from_version end'),
  to_version: raw('case when v.after is not null then v.to_version end'),
  revisions: raw('v.revisions'),
  fields: face.several(raw('v.fields')),
  moved_days: raw('v.moved_days'),
  reason_kind: raw('v.reason_kind::text'),
  reason_kind_label: caseOf(raw('v.reason_kind'), labelsOf(reasonKinds)),
  reason: face.text(raw('v.reason')),
  published_at: instantText(raw('v.published_at')),
  before: face.json(raw('v.before')),
  after: face.json(raw('v.after')),
});
