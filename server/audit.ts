import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Transaction } from './db';
import { inChunks } from './record/chunks';

/** Everything that is written to the log of the service. Each verb is explained in docs/glossary.md. */
export type AuditVerb =
  | 'submission.saved'
  | 'submission.submitted'
  | 'submission.withdrawn'
  | 'submission.returned'
  | 'submission.rejected'
  | 'submission.published'
  | 'import.taken-in'
  | 'import.dropped'
  | 'evidence.kept'
  | 'count.called-public'
  | 'record.loaded'
  | 'person.added'
  | 'person.changed'
  | 'person.disabled'
  | 'person.enabled'
  | 'person.password-set'
  | 'person.named-in-public'
  | 'person.no-longer-named'
  | 'person.link-made'
  | 'session.started'
  | 'session.ended'
  | 'session.refused'
  | 'token.made'
  | 'token.revoked'
  | 'webhook.added'
  | 'webhook.paused'
  | 'webhook.resumed'
  | 'webhook.removed'
  | 'webhook.tested';

export interface AuditedDeed {
  readonly verb: AuditVerb;
  /** What it was done to, such as `submission/<id>`. */
  readonly subject: string;
  readonly details?: Record<string, string | number | null>;
}

/** Writes down who did what, in the transaction that did it. */
export const recordAudit = (tx: Transaction, actor: Actor | null, deed: AuditedDeed): Promise<void> =>
  recordAudits(tx, actor, [deed]);

/** As `recordAudit`, of many deeds at once. */
export async function recordAudits(tx: Transaction, actor: Actor | null, deeds: readonly AuditedDeed[]): Promise<void> {
  for (const some of inChunks(deeds)) {
    await tx.auditEvent.createMany({
      data: some.map(({ verb, subject, details }) => ({
        actorId: actor?.id ?? null,
        verb,
        subject,
        // What a program did in somebody's name is told apart from what they did themselves.
        details: { ...details, ...(actor?.token ? { token: actor.token.id } : {}) },
      })),
    });
  }
}
