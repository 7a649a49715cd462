import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { columnsOf } from '@/domain/export/tables';
import { recordKinds } from '@/domain/record/kinds';
import { reasonKinds } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import messages from '@/messages/en.json';
import { conditionsOf } from '../published/table-conditions';
import { caseOf, instantText, raw } from './cells';
import { withLookups } from './lookups';
import { labelsNamed, labelsOf } from './words';

/** Every published change, in order. Who acted is a role and an organisation: people by name are never public. */
export function selectRevisions(filters: FilterValues): Prisma.Sql {
  const chosen = columnsOf('revisions').map(({ header }) => {
    const cell = cells[header];
    if (!cell) throw new Error(`No query for the column revisions.${header}`);
    return cell;
  });
  return Prisma.sql`${withLookups(new Set(['organisation_words']))}select ${Prisma.join(chosen, ', ')}
    from public_revision v
    left join organisation_words submitter on submitter.slug = v.submitted_by_organisation
    left join organisation_words approver on approver.slug = v.approved_by_organisation
    ${conditionsOf('revisions', filters)} order by v.sequence`;
}

const kindLabels = new Map(recordKinds.map((kind) => [kind, messages.record[kind].name]));

const cells: Readonly<Record<string, Prisma.Sql>> = {
  sequence: raw('v.sequence'),
  kind: raw('v.kind::text'),
  kind_label: caseOf(raw('v.kind'), kindLabels),
  slug: raw('v.slug'),
  version: raw('v.version'),
  action: raw('v.action::text'),
  action_label: caseOf(raw('v.action'), labelsNamed('changeActions', ['add', 'change', 'withdraw'])),
  reason_kind: raw('v.reason_kind::text'),
  reason_kind_label: caseOf(raw('v.reason_kind'), labelsOf(reasonKinds)),
  reason: raw('disarmed(v.reason)'),
  submitted_by_role: raw('v.submitted_by_role::text'),
  submitted_by_organisation_slug: raw('v.submitted_by_organisation'),
  submitted_by_organisation_name: raw('submitter.name'),
  approved_by_role: raw('v.approved_by_role::text'),
  approved_by_organisation_slug: raw('v.approved_by_organisation'),
  approved_by_organisation_name: raw('approver.name'),
  published_at: instantText(raw('v.published_at')),
  before: raw('v.before::text'),
  after: raw('v.after::text'),
};
