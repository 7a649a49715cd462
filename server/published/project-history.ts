import 'server-only';
import * as z from 'zod';
import type { Content } from '@/domain/record/content';
import { recordKinds } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { changeActions } from '@/domain/submission/change';
import { compareContents, type FieldChange } from '@/domain/submission/compare';
import { reasonKinds } from '@/domain/vocabulary';
import { db } from '../db';
import { countColumn } from './project-row';
import { dayOfRecord } from './project-statement';

export type Revision = Awaited<ReturnType<typeof readProjectHistory>>[number];

const mostRevisions = 100;
const roles = ['editor', 'reviewer', 'administrator'] as const;

/** What was published of a project and of what hangs on it, latest first: who by role and organisation, never by name. */
export async function readProjectHistory(slug: string) {
  const rows = await db.$queryRaw`
    with concerned (kind, slug) as (
      select 'project', ${slug}
      union select 'progress_report', slug from progress_report_version where superseded_at is null and project_slug = ${slug}
      union select 'milestone', slug from milestone_version where superseded_at is null and project_slug = ${slug}
      union select 'contract', slug from contract_version where superseded_at is null and project_slug = ${slug}
      union select 'budget_line', slug from budget_line_version where superseded_at is null and project_slug = ${slug}
    )
    select r.sequence, r.kind::text, r.slug, r.version, r.action::text, r.reason_kind::text, r.reason, r.published_at,
      r.before, r.after, r.submitted_by_role::text, r.approved_by_role::text,
      submitter.name as submitted_by_organisation, approver.name as approved_by_organisation,
      count(*) over () as total
    from concerned
    join revision r on r.kind = concerned.kind::"RecordKind" and r.slug = concerned.slug
    left join organisation_version submitter on submitter.slug = r.submitted_by_organisation and submitter.superseded_at is null
    left join organisation_version approver on approver.slug = r.approved_by_organisation and approver.superseded_at is null
    order by r.sequence desc
    limit ${mostRevisions}`;
  return z
    .array(revisionRow)
    .parse(rows)
    .map((row) => ({
      sequence: Number(row.sequence),
      kind: row.kind,
      slug: row.slug,
      version: row.version,
      action: row.action,
      reasonKind: row.reason_kind,
      reason: row.reason,
      publishedOn: dayOfRecord(row.published_at),
      submittedBy: { role: row.submitted_by_role, organisation: row.submitted_by_organisation },
      approvedBy: { role: row.approved_by_role, organisation: row.approved_by_organisation },
      /** Empty for a new record: all of it is new. */
      changes: row.action === 'change' ? changesOf(row) : [],
      after: row.after,
      before: row.before,
      total: row.total,
    }));
}

function changesOf({ kind, before, after }: z.output<typeof revisionRow>): readonly FieldChange[] {
  return compareContents(Object.keys(records[kind].fields), before, after);
}

// Written by publish after the definition's own checks; their cells are read field by field.
const content = z.record(z.string(), z.unknown()).transform((value) => value as Content);

const revisionRow = z.object({
  sequence: z.bigint(),
  kind: z.enum(recordKinds),
  slug: z.string(),
  version: z.number(),
  action: z.enum(changeActions),
  reason_kind: z.enum(reasonKinds),
  reason: z.string().nullable(),
  published_at: z.date(),
  before: content.nullable(),
  after: content,
  submitted_by_role: z.enum(roles),
  approved_by_role: z.enum(roles),
  submitted_by_organisation: z.string().nullable(),
  approved_by_organisation: z.string().nullable(),
  total: countColumn,
});
