import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleSubmission } from '@/domain/api/example-submission';
import { apiProblemSchema } from '@/domain/api/problem';
import { submissionStateSchema } from '@/domain/api/submission-body';
import type { Actor } from '@/domain/permission';
import { recordKinds } from '@/domain/record/kinds';
import type { TokenScope } from '@/domain/token';
import { approve } from '@/server/commands/approve';
import { sendBack } from '@/server/commands/decide';
import { makeToken } from '@/server/commands/tokens/make-token';
import { revokeToken } from '@/server/commands/tokens/revoke-token';
import { readTokenActor } from '@/server/auth/tokens';
import { db } from '@/server/db';
import { settle } from '@/server/env';
import { type RunningApi, startApi } from './api-server';
import { aPerson } from './people';
import { aProject, aReport, changing, published, theGround } from './record';

let api: RunningApi;
let holder: Actor;
let token: string;

beforeAll(async () => {
  await published(...theGround, aProject());
  api = await startApi();
  holder = await aPerson({ role: 'reviewer' });
  token = await aToken(holder);
});
afterAll(() => api.stop());

async function aToken(person: Actor, scopes: readonly TokenScope[] = ['submissions:write', 'submissions:read']) {
  const made = await makeToken(person, { name: 'A program', scopes, lifeDays: 30 });
  if (!made.ok) throw new Error(made.problem.kind);
  return made.value.token;
}

let keys = 0;
interface Sent {
  readonly body?: unknown;
  readonly by?: string | null;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}
function send({ body = exampleSubmission, by = token, key = `key-${(keys += 1)}`, headers = {} }: Sent = {}) {
  return api.read('/api/v1/submissions', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(by === null ? {} : { authorization: `Bearer ${by}` }),
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body), // as fetch takes it
  });
}
const withChange = (change: unknown) => ({ title: 'A title', changes: [change] });
const report = (slug: string, facts = {}) => withChange(aReport(slug, facts));
const problemOf = async (response: Response) => apiProblemSchema.parse(await response.json());
const kindOf = ({ type }: { type: string }) => type.split('#problem-')[1];

describe('handing in', () => {
  test('makes a submission that waits, which its program finds again, and publishes nothing', async () => {
    const revisions = await db.revision.count();
    const response = await send({ body: report('handed-in') });
    expect(response.status).toBe(201);
    const state = submissionStateSchema.parse(await response.json());
    expect([state.state, response.headers.get('location')]).toEqual(['submitted', state.href]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('ratelimit')).toMatch(/^"submissions";r=\d+;t=\d+$/);
    expect(await db.revision.count()).toBe(revisions);

    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: state.id } });
    await sendBack(await aPerson({ role: 'reviewer' }), {
      submissionId: state.id,
      contentHash: contentHash ?? '',
      note: 'Which month?',
    });
    const asked = await api.read(new URL(state.href).pathname, { headers: { authorization: `Bearer ${token}` } });
    expect(submissionStateSchema.parse(await asked.json())).toMatchObject({
      state: 'returned',
      decisionNote: 'Which month?',
    });
  });

  test('twice with one key is once; with another body it is refused', async () => {
    const body = report('once');
    const [first, again] = [await send({ body, key: 'once' }), await send({ body, key: 'once' })];
    const [one, other] = [await first.json(), await again.json()];
    expect([first.status, again.status, other]).toEqual([201, 201, one]);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual(['false', 'true']);
    const refused = await send({ body: report('another'), key: 'once' });
    expect([refused.status, kindOf(await problemOf(refused))]).toEqual([422, 'key-of-other-content']);
  });

  test('of a draft keeps it for its person', async () => {
    const response = await send({ body: { ...report('half', { sourceSlug: '' }), draft: true } });
    expect(submissionStateSchema.parse(await response.json()).state).toBe('draft');
  });

  test('is refused with every finding: record, field, code and sentence', async () => {
    const body = {
      title: 'Two',
      changes: [
        aReport('one', { physicalProgressPercent: 120, invented: 1 }),
        aReport('two', { sourceSlug: 'nowhere' }),
      ],
    };
    const before = await db.submission.count();
    const response = await send({ body });
    const { status, findings, detail } = await problemOf(response);
    expect([status, await db.submission.count()]).toEqual([422, before]);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'progress_report',
          slug: 'one',
          field: 'physicalProgressPercent',
          code: 'out-of-range',
        }),
        expect.objectContaining({ slug: 'one', field: 'invented', code: 'unknown-field' }),
        expect.objectContaining({ slug: 'two', field: 'sourceSlug', code: 'unknown-record' }),
      ]),
    );
    expect(findings?.filter(({ sentence }) => !/^[“A-Z].+\.$/.test(sentence))).toEqual([]);
    expect(detail).toContain(`${findings?.length} things`);
  });

  test('of a change to what was published anew says which record, and which version there is', async () => {
    const content = aProject().content as Record<string, unknown>; // as a test made it
    const response = await send({ body: withChange(changing('project', 'a-bridge', 7, content)) });
    expect(await problemOf(response)).toMatchObject({
      status: 409,
      records: [{ kind: 'project', slug: 'a-bridge', yours: 7, current: 1 }],
    });
  });
});

describe('is refused in words, and nothing is taken in:', () => {
  test.each<[string, Sent, number, string]>([
    ['no token', { by: null }, 401, 'no-token'],
    ['a token that is none', { by: 'cst_x' }, 401, 'wrong-token'],
    ['no key', { key: null }, 400, 'no-key'],
    ['a key with spaces', { key: 'a b' }, 400, 'no-key'],
    ['another kind of body', { headers: { 'content-type': 'text/plain' } }, 415, 'not-this-media-type'],
    ['half a body', { body: '{"title"' }, 400, 'not-json'],
    ['bytes that are no text', { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, 'not-json'],
    ['a prototype', { body: '{"__proto__":{"title":"x"}}' }, 400, 'not-json'],
    ['a body nested without end', { body: '['.repeat(100_000) }, 400, 'not-json'],
    ['more than it asks for', { body: { ...exampleSubmission, state: 'approved' } }, 422, 'not-a-submission'],
    [
      'an operator in the place of a value',
      { body: withChange({ ...aReport('x'), slug: { contains: '' } }) },
      422,
      'not-a-submission',
    ],
    ['a body that is too long', { body: ' '.repeat(2 * 1024 * 1024 + 1) }, 413, 'too-long'],
  ])('%s', async (_, sent, status, kind) => {
    const before = await db.submission.count();
    const response = await send(sent);
    const problem = await problemOf(response);
    expect([response.status, kindOf(problem)]).toEqual([status, kind]);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await db.submission.count()).toBe(before);
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('a token for something else, one that was revoked, and a holder who is limited', async () => {
    const reading = await aToken(await aPerson(), ['submissions:read']);
    expect((await send({ by: reading })).status).toBe(403);
    const person = await aPerson();
    const ended = await aToken(person);
    await revokeToken(person, { tokenId: (await readTokenActor(ended))?.token?.id ?? '' });
    expect((await send({ by: ended })).status).toBe(401);
    const limited = await aToken(await aPerson({ limitedToSectors: ['housing'] }));
    const outside = await send({ by: limited, body: report('outside') });
    const problem = await problemOf(outside);
    expect([outside.status, problem.detail]).toEqual([403, expect.stringContaining('sectors')]);
  });

  test("somebody else's submission, as if it were not there", async () => {
    const { id } = submissionStateSchema.parse(await (await send({ body: report('mine') })).json());
    const other = await aToken(await aPerson({ role: 'administrator' }));
    for (const asked of [id, '0199a3c2-7d1e-7b34-9c55-1f2e3d4c5b6a', 'nothing']) {
      const response = await api.read(`/api/v1/submissions/${asked}`, {
        headers: { authorization: `Bearer ${other}` },
      });
      expect([response.status, kindOf(await problemOf(response))]).toEqual([404, 'unknown-submission']);
    }
  });

  test('what is asked too often by one token, and not by another', async () => {
    settle({ CORNERSTONE_API_SUBMISSIONS_PER_MINUTE: 2 });
    const often = await aToken(await aPerson());
    const statuses = [];
    for (let asked = 0; asked < 4; asked += 1) statuses.push((await send({ by: often, body: {} })).status);
    const refused = await send({ by: often, body: {} });
    expect(statuses).toEqual([422, 422, 429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send({ by: await aToken(await aPerson()), body: {} })).status).toBe(422);
    settle({ CORNERSTONE_API_SUBMISSIONS_PER_MINUTE: 60 });
  });
});

test('a token reaches nothing but its two addresses: no page of the workspace, no approval', async () => {
  const waiting = submissionStateSchema.parse(await (await send({ body: report('waiting') })).json());
  const other = await readTokenActor(await aToken(await aPerson({ role: 'administrator' })));
  if (!other) throw new Error('The token works.');
  const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: waiting.id } });
  const refused = await approve(other, { submissionId: waiting.id, contentHash: contentHash ?? '' });
  expect(refused).toMatchObject({ problem: { because: 'tokens-only-propose' } });
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await api.read(`/api/v1/submissions/${waiting.id}`, { method })).status).toBe(405);
});

test.each(recordKinds)('the schema of a %s is served, in words, and can be used', async (kind) => {
  const response = await api.read(`/api/v1/schemas/${kind}.json`);
  const schema = (await response.json()) as { $id: string; properties: Record<string, { title: string }> }; // JSON Schema
  expect(response.status).toBe(200);
  expect(Object.values(schema.properties).every(({ title }) => title !== '' && !title.startsWith('record.'))).toBe(
    true,
  );
  const ajv = new Ajv2020({ strictTuples: false });
  addFormats(ajv);
  expect(typeof ajv.compile(schema)).toBe('function');
});
