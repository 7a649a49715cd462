import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { recordKinds } from '@/domain/record/kinds';
import { reasonKinds } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import messages from '@/messages/en.json';
import { conditionsOf } from '../published/table-conditions';
import { caseOf, chosenCells, instantText, raw } from './cells';
import type { Face } from './face';
import { withLookups } from './lookups';
import { limitOf, type PageOf, upToPage } from './page-of';
import { labelsNamed, labelsOf } from './words';

/** Every published change, in order. Who acted is a role and an organisation: people by name are never public. */
export function selectRevisions(filters: FilterValues, face: Face, page: PageOf | null): Prisma.Sql {
  const cells = cellsFor(face);
  return Prisma.sql`${withLookups(new Set(['organisation_words']), face)}select ${chosenCells('revisions', ({ header }) => cells[header])}
    from public_revision v
    left join organisation_words submitter on submitter.slug = v.submitted_by_organisation
    left join organisation_words approver on approver.slug = v.approved_by_organisation
    ${upToPage('v.sequence', conditionsOf('revisions', filters), page)} order by v.sequence ${limitOf(page)}`;
}

const kindLabels = new Map(recordKinds.map((kind) => [kind, messages.record[kind].name]));

const cellsFor = (face: Face): Readonly<Record<string, Prisma.Sql>> => ({
  sequence: raw('v.sequence'),
  kind: raw('v.kind::text'),
  kind_label: caseOf(raw('v.kind'), kindLabels),
  slug: raw('v.slug'),
  version: raw('v.version'),
  action: raw('v.action::text'),
  action_label: caseOf(raw('v.action'), labelsNamed('changeActions', ['add', 'change', 'withdraw'])),
  reason_kind: raw('v.reason_kind::text'),
  reason_kind_label: caseOf(raw('v.reason_kind'), labelsOf(reasonKinds)),
  reason: face.text(raw('v.reason')),
  submitted_by_role: raw('v.submitted_by_role::text'),
  submitted_by_organisation_slug: raw('v.submitted_by_organisation'),
  submitted_by_organisation_name: raw('submitter.name'),
  approved_by_role: raw('v.approved_by_role::text'),
  approved_by_organisation_slug: raw('v.approved_by_organisation'),
  approved_by_organisation_name: raw('approver.name'),
  published_at: instantText(raw('v.published_at')),
  before: face.json(raw('v.before')),
  after: face.json(raw('v.after')),
});
