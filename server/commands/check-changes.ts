import 'server-only';
import { may, type Actor, type NotPermitted } from '@/domain/permission';
import type { ChangeFindings, Problem, StaleRecord } from '@/domain/problem';
import type { Content } from '@/domain/record/content';
import { error, type Finding } from '@/domain/record/finding';
import { futureDateWarnings } from '@/domain/record/future';
import { rebaseliningFindings } from '@/domain/record/re-baselining';
import { readContent } from '@/domain/record/schema';
import { records } from '@/domain/record/records';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import { reasonFindings } from '@/domain/submission/reasons';
import { today } from '../clock';
import type { Transaction } from '../db';
import { findWrongEvidence } from './check-evidence';
import { findMissingReferences } from './check-references';
import { findLeftBehind } from './check-withdrawals';
import { currentVersions, keyOf, type CurrentVersion } from './current-versions';
import { findCircles } from './find-circles';
import { neighbourWarnings } from './neighbour-warnings';
import { scopesOf, type Scope } from './scope-of-changes';

/** A change whose content holds: every field read, every reference there, every warning answered. */
export interface CheckedChange extends Omit<ProposedChange, 'content'> {
  readonly content: Content;
}

/**
 * Checks a change set as a whole, as of now: the fields, what must hold between them, identifiers, references, codes,
 * versions and permission. Reports everything that is wrong at once. `actor` is null when the author's permission was
 * checked before (at publication the reviewer's own counts).
 */
export async function checkChanges(
  tx: Transaction,
  actor: Actor | null,
  changes: readonly ProposedChange[],
): Promise<Result<readonly CheckedChange[], Problem>> {
  if (changes.length === 0) return refuse({ kind: 'empty-submission' });
  const current = await currentVersions(tx, changes);

  const stale = changes.flatMap((change): StaleRecord[] => {
    const version = current.get(keyOf(change))?.version ?? null;
    const isStale = change.action !== 'add' && version !== change.baseVersion;
    return isStale ? [{ recordKind: change.kind, slug: change.slug, yours: change.baseVersion, current: version }] : [];
  });
  if (stale.length > 0) return refuse({ kind: 'stale-records', records: stale });

  const read = changes.map((change) => readChange(change, current.get(keyOf(change))));
  const checked = read.flatMap(({ change, content }) => (content ? [{ ...change, content }] : []));
  const around = await findingsAround(tx, checked);
  const wrong = read
    .map(
      ({ change, findings }): ChangeFindings => ({
        recordKind: change.kind,
        slug: change.slug,
        findings: [...findings, ...(around.get(keyOf(change)) ?? [])],
      }),
    )
    .filter(({ findings }) => findings.length > 0);
  if (wrong.length > 0) return refuse({ kind: 'invalid-changes', changes: wrong });

  if (actor) {
    const permission = await mayProposeAll(tx, actor, checked, current);
    if (!permission.ok) return permission;
  }
  return accept(checked);
}

/**
 * What is wrong with changes whose own content holds: beside what is published, beside each other, and beside what has to be
 * answered. By the change's key.
 */
export async function findingsAround(
  tx: Transaction,
  checked: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = [
    await findMissingReferences(tx, checked),
    await findCircles(tx, checked),
    await findLeftBehind(tx, checked),
    await findWrongEvidence(tx, checked),
    await findUnansweredWarnings(tx, checked),
  ];
  return new Map(
    checked.map((change) => [keyOf(change), found.flatMap((each) => each.get(keyOf(change)) ?? [])] as const),
  );
}

function readChange(change: ProposedChange, published: CurrentVersion | undefined) {
  const findings: Finding[] = [];
  if (change.action === 'add' && published) findings.push(error('already-taken', 'slug', { found: change.slug }));
  findings.push(...reasonFindings(change));
  if (change.action === 'withdraw' && published?.isWithdrawn)
    findings.push(error('unknown-record', 'slug', { found: change.slug }));
  // What is withdrawn stays as it was: the content of a withdrawal is what was published, whatever was sent.
  if (change.action === 'withdraw') return { change, content: published?.content ?? null, findings };
  const content = readContent(records[change.kind], change.content);
  if (content.ok && published && !published.isWithdrawn) {
    findings.push(...rebaseliningFindings(change.kind, published.content, content.value));
  }
  return content.ok
    ? { change, content: content.value, findings }
    : { change, content: null, findings: [...findings, ...content.problem] };
}

async function findUnansweredWarnings(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const unanswered = changes.filter(({ answer, action }) => !answer && action !== 'withdraw');
  const neighbours = await neighbourWarnings(tx, unanswered);
  return new Map(
    unanswered.map((change) => [
      keyOf(change),
      [
        ...records[change.kind].check(change.content).filter(({ severity }) => severity === 'warning'),
        ...futureDateWarnings(records[change.kind], change.content, today()),
        ...(neighbours.get(keyOf(change)) ?? []),
      ],
    ]),
  );
}

async function mayProposeAll(
  tx: Transaction,
  actor: Actor,
  changes: readonly CheckedChange[],
  current: ReadonlyMap<string, CurrentVersion>,
): Promise<Result<true, Problem>> {
  for (const refused of (await findNotPermitted(tx, actor, changes, current)).values()) return refuse(refused);
  return accept(true);
}

/**
 * The changes that this person may not propose, and why, by key. A record must be within the limits as it is published and as
 * it would be: else a limit ends where a change moves it.
 */
export async function findNotPermitted(
  tx: Transaction,
  actor: Actor,
  changes: readonly CheckedChange[],
  current: ReadonlyMap<string, CurrentVersion>,
): Promise<ReadonlyMap<string, NotPermitted>> {
  const isLimited = actor.limitedToPlaces.length > 0 || actor.limitedToSectors.length > 0;
  const published = changes.flatMap((change): CheckedChange[] => {
    const version = current.get(keyOf(change));
    return version ? [{ ...change, content: version.content }] : [];
  });
  const scopes = isLimited ? [await scopesOf(tx, published), await scopesOf(tx, changes)] : [new Map<string, Scope>()];
  const refused = new Map<string, NotPermitted>();
  for (const change of changes) {
    for (const scope of scopes) {
      const isCalledPublic = change.action !== 'withdraw' && change.content.alreadyPublic === true;
      const permission = may(actor, 'record.propose', {
        kind: change.kind,
        isCalledPublic,
        ...scope.get(keyOf(change)),
      });
      if (!permission.ok) refused.set(keyOf(change), permission.problem);
    }
  }
  return refused;
}
