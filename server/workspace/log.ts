import 'server-only';
import { pipeline, type Readable } from 'node:stream';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, type Result } from '@/domain/result';
import { Prisma } from '@/prisma/generated/client/client';
import type { AuditVerb } from '../audit';
import { db } from '../db';
import { env } from '../env';
import { copyOut } from '../export/copy-out';
import { withCrLf } from '../export/csv-lines';
import { inline } from '../export/inline';

const everyVerb: Readonly<Record<AuditVerb, true>> = {
  'submission.saved': true,
  'submission.submitted': true,
  'submission.withdrawn': true,
  'submission.returned': true,
  'submission.rejected': true,
  'submission.published': true,
  'import.taken-in': true,
  'import.dropped': true,
  'evidence.kept': true,
  'count.called-public': true,
  'record.loaded': true,
  'person.added': true,
  'person.changed': true,
  'person.disabled': true,
  'person.enabled': true,
  'person.password-set': true,
  'person.named-in-public': true,
  'person.no-longer-named': true,
  'person.link-made': true,
  'session.started': true,
  'session.ended': true,
  'session.refused': true,
  'token.made': true,
  'token.revoked': true,
  'webhook.added': true,
  'webhook.paused': true,
  'webhook.resumed': true,
  'webhook.removed': true,
  'webhook.tested': true,
};
export const loggedVerbs = Object.keys(everyVerb) as AuditVerb[]; // the type of the object holds exactly these

export interface LogFilter {
  /** Who did it, or to whom it was done. */
  readonly personId: string | null;
  readonly verb: AuditVerb | null;
  /** First and last day, where the record is kept. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  readonly verb: string;
  /** Null for the service itself, and for whoever was not let in. */
  readonly actorName: string | null;
  readonly subject: string;
  /** What it was done to, by name, where it has one. */
  readonly subjectName: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

export interface LogPage {
  readonly entries: readonly LogEntry[];
  readonly total: number;
}

const entryRow = z.object({
  id: z.string(),
  at: z.date(),
  verb: z.string(),
  actorName: z.string().nullable(),
  subject: z.string(),
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const logPageSize = 50;

/** Who did what, latest first. Pages count from 1. */
export async function readLog(actor: Actor, filter: LogFilter, page: number): Promise<Result<LogPage, Problem>> {
  const permission = may(actor, 'log.read');
  if (!permission.ok) return permission;
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw`
      select e.id, e.at, e.verb, actor.name as "actorName", e.subject, ${nameOfSubject} as "subjectName", e.details
      ${events(filter)} order by e.at desc, e.id desc limit ${logPageSize} offset ${(page - 1) * logPageSize}`,
    db.$queryRaw<{ total: bigint }[]>`select count(*) as total from audit_event e where ${matching(filter)}`,
  ]);
  return accept({ entries: z.array(entryRow).parse(rows), total: Number(counted?.total ?? 0) });
}

const header = '\ufeffat,person,person_email,verb,subject,subject_name,details\r\n';

/** The same entries, all of them, as CSV. */
export async function streamLog(actor: Actor, filter: LogFilter): Promise<Result<Readable, Problem>> {
  const permission = may(actor, 'log.read');
  if (!permission.ok) return permission;
  const rows = await copyOut(
    inline(Prisma.sql`
      select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), disarmed(actor.name), disarmed(actor.email), e.verb, e.subject,
             disarmed(${nameOfSubject}), nullif(e.details::text, '{}')
      ${events(filter)} order by e.at desc, e.id desc`),
  );
  const lines = withCrLf();
  lines.push(header);
  // What goes wrong later destroys the lines too, and so cuts the answer: a reader sees that the file is not whole.
  pipeline(rows, lines, () => {});
  return accept(lines);
}

export interface PersonInLog {
  readonly id: string;
  readonly name: string;
}

/** Everyone the log can speak of, accounts that act for the service included. */
export async function readPeopleInLog(actor: Actor): Promise<readonly PersonInLog[]> {
  if (!may(actor, 'log.read').ok) return [];
  return db.user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

const nameOfSubject = Prisma.sql`coalesce(person.name, submission.title, session_person.name, token.name)`;

/** A subject is `<what>/<id>`; what has no such id, such as an unknown person, has no name either. */
const idIn = (what: string) =>
  Prisma.sql`case when e.subject ~ ${`^${what}/[0-9a-f-]{36}$`} then substr(e.subject, ${what.length + 2})::uuid end`;

const events = (filter: LogFilter) => Prisma.sql`
  from audit_event e
  left join app_user actor on actor.id = e.actor_id
  left join app_user person on person.id = ${idIn('user')}
  left join submission on submission.id = ${idIn('submission')}
  left join session on session.id = ${idIn('session')}
  left join access_token token on token.id = ${idIn('token')}
  left join app_user session_person on session_person.id = session.user_id
  where ${matching(filter)}`;

function matching({ personId, verb, from, until }: LogFilter): Prisma.Sql {
  const startOf = (day: IsoDate) => Prisma.sql`${day}::date::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE}`;
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(personId ? [Prisma.sql`(e.actor_id = ${personId}::uuid or e.subject = ${`user/${personId}`})`] : []),
      ...(verb ? [Prisma.sql`e.verb = ${verb}`] : []),
      ...(from ? [Prisma.sql`e.at >= ${startOf(from)}`] : []),
      ...(until ? [Prisma.sql`e.at < (${until}::date + 1)::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE}`] : []),
    ],
    ' and ',
  );
}
