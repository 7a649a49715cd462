import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Transaction } from './db';

/** Everything that is written to the log of the service. Each verb is explained in docs/glossary.md. */
export type AuditVerb =
  | 'submission.saved'
  | 'submission.submitted'
  | 'submission.withdrawn'
  | 'submission.returned'
  | 'submission.rejected'
  | 'submission.published'
  | 'evidence.kept'
  | 'count.called-public'
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

/** Writes down who did what, in the transaction that did it. */
export async function recordAudit(
  tx: Transaction,
  actor: Actor | null,
  event: {
    readonly verb: AuditVerb;
    readonly subject: string;
    readonly details?: Record<string, string | number | null>;
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: actor?.id ?? null,
      verb: event.verb,
      subject: event.subject,
      // What a program did in somebody's name is told apart from what they did themselves.
      details: { ...event.details, ...(actor?.token ? { token: actor.token.id } : {}) },
    },
  });
}
