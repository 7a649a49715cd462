import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import type { Actor } from '@/domain/permission';
import { db } from '@/server/db';
import { closeExportPool } from '@/server/export/copy-out';
import { aPerson } from '@/test/people';
import { type LogFilter, logPageSize, readLog, streamLog } from './log';

const everything: LogFilter = { personId: null, verb: null, from: null, until: null };
let administrator: Actor;
let editor: Actor;

beforeAll(async () => {
  administrator = await aPerson({ role: 'administrator', name: 'Anna' });
  editor = await aPerson({ name: '=Boris' });
  // In Baku, four hours ahead, the second is of 2 March already.
  const events = [
    {
      at: '2026-03-01T10:00:00Z',
      actorId: editor.id,
      verb: 'submission.saved',
      subject: 'submission/00000000-0000-7000-8000-000000000000',
    },
    { at: '2026-03-01T21:00:00Z', actorId: administrator.id, verb: 'person.disabled', subject: `user/${editor.id}` },
    { at: '2026-03-05T10:00:00Z', actorId: null, verb: 'session.refused', subject: 'user/unknown' },
  ];
  await db.auditEvent.createMany({ data: events });
});

afterAll(closeExportPool);

async function verbsOf(filter: Partial<LogFilter>) {
  const log = await readLog(administrator, { ...everything, ...filter }, 1);
  return log.ok ? log.value.entries.map(({ verb }) => verb) : log.problem;
}

describe('the log', () => {
  test('is read latest first, with the names of who did what to whom', async () => {
    const log = await readLog(administrator, everything, 1);
    expect(log).toMatchObject({
      ok: true,
      value: {
        total: 3,
        entries: [
          { verb: 'session.refused', actorName: null, subject: 'user/unknown', subjectName: null },
          { verb: 'person.disabled', actorName: 'Anna', subjectName: '=Boris' },
          { verb: 'submission.saved', actorName: '=Boris', subjectName: null },
        ],
      },
    });
  });

  test('is narrowed to a person, who did it or to whom it was done', async () => {
    expect(await verbsOf({ personId: editor.id })).toEqual(['person.disabled', 'submission.saved']);
  });

  test('is narrowed to a verb', async () => {
    expect(await verbsOf({ verb: 'person.disabled' })).toEqual(['person.disabled']);
  });

  test('is narrowed to days as they begin where the record is kept', async () => {
    expect(await verbsOf({ from: day('2026-03-02') })).toEqual(['session.refused', 'person.disabled']);
    expect(await verbsOf({ until: day('2026-03-01') })).toEqual(['submission.saved']);
    expect(await verbsOf({ from: day('2026-03-02'), until: day('2026-03-02') })).toEqual(['person.disabled']);
  });

  test('has pages', async () => {
    expect(await readLog(administrator, everything, 2)).toMatchObject({ value: { entries: [], total: 3 } });
    expect(logPageSize).toBe(50);
  });

  test('is a file with the same entries, in which no name is a formula', async () => {
    const lines = await streamLog(administrator, { ...everything, personId: editor.id });
    const written = lines.ok ? (await buffer(lines.value)).toString('utf8') : '';
    expect(written.split('\r\n')).toEqual([
      '\ufeffat,person,person_email,verb,subject,subject_name,details',
      expect.stringMatching(/^2026-03-01T21:00:00\.000Z,Anna,.*,person\.disabled,user\/.*,'=Boris,$/),
      expect.stringMatching(/^2026-03-01T10:00:00\.000Z,'=Boris,.*,submission\.saved,/),
      '',
    ]);
  });

  test.each(['editor', 'reviewer'] as const)('is not read by a %s', async (role) => {
    const actor = await aPerson({ role });
    expect(await readLog(actor, everything, 1)).toMatchObject({ problem: { kind: 'not-permitted' } });
    expect(await streamLog(actor, everything)).toMatchObject({ problem: { kind: 'not-permitted' } });
  });
});
