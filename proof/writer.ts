import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import { settle } from '@/server/env';

/**
 * Publishes one source after another through the one door, as two people, until it is told to end. Its journal says
 * before each approval that it begins, and after the answer that it was acknowledged: what it says was acknowledged
 * must be found in the record whatever is killed meanwhile.
 *
 * node bin/run-ts proof/writer.ts <database URL> <journal> <name of the writer>
 */
const [databaseUrl = '', journal = '', name = ''] = process.argv.slice(2);
settle({ DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: 'a secret that signs nothing here' });
const { db } = await import('@/server/db');
const { saveDraft } = await import('@/server/commands/save-draft');
const { submit } = await import('@/server/commands/submit');
const { approve } = await import('@/server/commands/approve');

let isEnding = false;
process.on('SIGTERM', () => (isEnding = true));

const kept = openSync(journal, 'a');
const author = await person(`${name}-author`, 'administrator');
const reviewer = await person(`${name}-reviewer`, 'reviewer');
note('ready');
for (let number = 1; !isEnding; number += 1) {
  const slug = `${name}-${number}`;
  // A dead database is an expected answer here: what became of this one is not known, and the next is tried.
  await publish(slug).catch(() => sleep(50));
}
closeSync(kept);
await db.$disconnect();

async function publish(slug: string): Promise<void> {
  const content = { publisher: 'A ministry', title: `Bulletin ${slug}`, titleBasis: 'headline' };
  const change = {
    kind: 'source',
    slug,
    action: 'add',
    baseVersion: null,
    content,
    reasonKind: 'first_publication',
    reason: null,
    answer: null,
  } as const;
  const draft = accepted(await saveDraft(author, { title: slug, changes: [change] }));
  const { contentHash } = accepted(
    await submit(author, { submissionId: draft.submissionId, expectedRowVersion: draft.rowVersion }),
  );
  note(`begins ${slug}`);
  accepted(await approve(reviewer, { submissionId: draft.submissionId, contentHash }));
  note(`acknowledged ${slug}`);
}

function accepted<Value>(result: Result<Value, Problem>): Value {
  if (result.ok) return result.value;
  note(`refused ${JSON.stringify(result.problem)}`);
  throw new Error(result.problem.kind);
}

function note(line: string): void {
  appendFileSync(kept, `${line}\n`);
  fsyncSync(kept);
}

async function person(email: string, role: Actor['role']): Promise<Actor> {
  const user = await db.user.create({ data: { email: `${email}@proof.example`, name: email, role } });
  return {
    id: user.id,
    name: user.name,
    role: user.role,
    organisationSlug: null,
    limitedToPlaces: [],
    limitedToSectors: [],
  };
}
