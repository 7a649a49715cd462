import 'server-only';
import { accept, refuse, type Result } from '@/domain/result';
import type { Actor } from '@/domain/permission';
import { notHeldIn } from '@/domain/privacy/not-held';
import type { Problem } from '@/domain/problem';
import { records } from '@/domain/record/records';
import type { RecordKind } from '@/domain/record/kinds';
import type { ProposedChange } from '@/domain/submission/change';
import { Prisma, type User } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { inChunks, namesInOneStatement } from '../record/chunks';
import { columnsOf, rowColumnsOf } from '../record/columns';
import { newId } from '../record/hash';
import { identityTableOf, listTableOf, versionTableOf } from '../record/tables';
import { type NewRow, writeRows } from '../record/write-rows';
import { tellOfPublication } from '../webhooks/outbox';
import { checkChanges, type CheckedChange } from './check-changes';
import { currentVersions, keyOf, type CurrentVersion } from './current-versions';
import { discloseCounts } from './disclose-counts';

export interface ToPublish {
  readonly submissionId: string;
  readonly author: User;
  readonly approver: Actor;
  readonly changes: readonly ProposedChange[];
}

interface NewVersion {
  readonly change: CheckedChange;
  readonly revisionId: string;
  readonly versionId: string;
  readonly sequence: bigint;
  readonly before: CurrentVersion | undefined;
}

/**
 * Publishes a change set inside the approving transaction: locks the head of the record, checks everything once more
 * against what is published now, closes the versions it replaces, writes the new ones and their revisions, decides what
 * the public sees of counts of people, and moves the head. The one lock gives revisions an order without gaps and every publication its own instant.
 */
export async function publish(
  tx: Transaction,
  { submissionId, author, approver, changes }: ToPublish,
): Promise<Result<{ revisionCount: number }, Problem>> {
  const [head] = await tx.$queryRaw<{ revision_count: bigint; published_at: Date }[]>`
    select revision_count, greatest(date_trunc('milliseconds', clock_timestamp()), last_published_at + interval '1 millisecond') as published_at
    from record_head where id = 1 for update`;
  if (!head) throw new Error('The record has no head: its migrations are incomplete');

  const checked = await checkChanges(tx, null, changes);
  if (!checked.ok) return checked;
  const current = await currentVersions(tx, checked.value);
  const versions = checked.value.map(
    (change, index): NewVersion => ({
      change,
      revisionId: newId(),
      versionId: newId(),
      sequence: head.revision_count + BigInt(index + 1),
      before: current.get(keyOf(change)),
    }),
  );

  await writeIdentities(tx, versions);
  await writeRevisions(tx, versions, { submissionId, author, approver, publishedAt: head.published_at });
  await writeNames(tx, versions, [author.id, approver.id]);
  for (const kind of new Set(versions.map(({ change }) => change.kind))) {
    const ofKind = versions.filter(({ change }) => change.kind === kind);
    const closed = await closePeriods(tx, kind, ofKind, head.published_at);
    if (!closed.ok) return closed;
    await writeVersions(tx, kind, ofKind, head.published_at);
  }
  const counts = versions.filter(({ change }) => change.kind === 'resettlement');
  await discloseCounts(
    tx,
    approver,
    counts.map(({ change, versionId }) => ({ versionId, change })),
  );
  await tx.recordHead.update({
    where: { id: 1 },
    data: { revisionCount: head.revision_count + BigInt(versions.length), lastPublishedAt: head.published_at },
  });
  await tellOfPublication(
    tx,
    submissionId,
    head.published_at,
    versions.map(({ change: { kind, slug, action }, before }) => ({
      kind,
      slug,
      action,
      version: versionAfter(before),
    })),
  );
  return accept({ revisionCount: versions.length });
}

async function writeIdentities(tx: Transaction, versions: readonly NewVersion[]): Promise<void> {
  const added = versions.filter(({ change }) => change.action === 'add');
  for (const kind of new Set(added.map(({ change }) => change.kind))) {
    const slugs = added.filter(({ change }) => change.kind === kind).map(({ change }) => ({ slug: change.slug }));
    await writeRows(tx, identityTableOf(kind), slugs);
  }
}

async function writeRevisions(
  tx: Transaction,
  versions: readonly NewVersion[],
  { submissionId, author, approver, publishedAt }: Omit<ToPublish, 'changes'> & { publishedAt: Date },
): Promise<void> {
  const rows = versions.map(
    ({ change, revisionId, sequence, before }): NewRow => ({
      id: revisionId,
      sequence: String(sequence),
      kind: change.kind,
      slug: change.slug,
      version: versionAfter(before),
      action: change.action,
      before: before?.content,
      after: change.content,
      reasonKind: change.reasonKind,
      reason: change.reason,
      submissionId,
      submittedById: author.id,
      submittedByRole: author.role,
      submittedByOrganisation: author.organisationSlug,
      approvedById: approver.id,
      approvedByRole: approver.role,
      approvedByOrganisation: approver.organisationSlug,
      publishedAt,
    }),
  );
  await writeRows(tx, 'revision', rows);
}

/** The names of those who agreed to be named, as they are now: agreeing later names nobody in what was published before. */
async function writeNames(
  tx: Transaction,
  versions: readonly NewVersion[],
  [submitterId, approverId]: readonly [string, string],
): Promise<void> {
  const agreed = await tx.user.findMany({
    where: { id: { in: [submitterId, approverId] }, isNamedInPublic: true },
    select: { id: true, name: true },
  });
  if (agreed.length === 0) return;
  const nameOf = (id: string) => agreed.find((each) => each.id === id)?.name ?? null;
  const rows = versions.map(({ revisionId }) => ({
    revisionId,
    submittedByName: nameOf(submitterId),
    approvedByName: nameOf(approverId),
  }));
  await writeRows(tx, 'revision_name', rows);
}

async function closePeriods(
  tx: Transaction,
  kind: RecordKind,
  versions: readonly NewVersion[],
  publishedAt: Date,
): Promise<Result<true, Problem>> {
  const replaced = versions.filter(({ change }) => change.action !== 'add');
  let closed = 0;
  const slugs = replaced.map(({ change }) => change.slug);
  for (const some of inChunks(slugs, namesInOneStatement)) {
    closed += await tx.$executeRaw`
      update ${Prisma.raw(versionTableOf(kind))} set superseded_at = ${publishedAt}
      where superseded_at is null and slug = any(${[...some]})`;
  }
  return closed === replaced.length ? accept(true) : refuse({ kind: 'stale-records', records: [] });
}

async function writeVersions(
  tx: Transaction,
  kind: RecordKind,
  versions: readonly NewVersion[],
  publishedAt: Date,
): Promise<void> {
  const { fields } = records[kind];
  const lists = Object.entries(fields).flatMap(([name, field]) => (field.type === 'list' ? [{ name, field }] : []));

  const rows = versions.map(({ change, revisionId, versionId, before }) => ({
    ...columnsOf(fields, change.content),
    ...(kind === 'resettlement' ? notHeldIn(change.content) : {}),
    id: versionId,
    slug: change.slug,
    version: versionAfter(before),
    revisionId,
    publishedAt,
    isWithdrawn: change.action === 'withdraw',
  }));
  await writeRows(tx, versionTableOf(kind), rows);

  for (const { name, field } of lists) {
    const children = versions.flatMap(({ change, versionId }) => rowColumnsOf(field, change.content, name, versionId));
    await writeRows(tx, listTableOf(kind, name), children);
  }
}

const versionAfter = (before: CurrentVersion | undefined) => (before?.version ?? 0) + 1;
