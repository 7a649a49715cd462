import { beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '@/test/people';
import { aProject, changing, published, theGround } from '@/test/record';
import { db } from '../db';
import { saveDraft } from './save-draft';
import { submit } from './submit';

const frozen = { title: 'A bridge', baselineEndOn: '2024', baselineReason: 'The plan of 2022' };
const bridge = aProject('a-bridge', frozen).content as Readonly<Record<string, unknown>>; // the builder makes an object

beforeAll(() => published(...theGround, aProject('a-bridge', frozen)));

async function submitted(facts: Readonly<Record<string, unknown>>) {
  const author = await aPerson({ role: 'administrator' });
  const draft = await saveDraft(author, {
    title: 'A new plan',
    changes: [changing('project', 'a-bridge', 1, { ...bridge, ...facts })],
  });
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  return submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: draft.value.rowVersion });
}

describe('another baseline', () => {
  test.each([
    ['without a reason', { baselineEndOn: '2026', baselineReason: null }],
    ['with the reason of the one before', { baselineEndOn: '2026' }],
    ['instead of which there is none', { baselineEndOn: null }],
  ])('%s is not handed in, and the field that is missing is named', async (_, facts) => {
    expect(await submitted(facts)).toMatchObject({
      ok: false,
      problem: {
        kind: 'invalid-changes',
        changes: [{ slug: 'a-bridge', findings: [{ code: 'needs-reason', path: 'baselineReason' }] }],
      },
    });
  });

  test('a promise that moves needs no other baseline', async () => {
    expect(await submitted({ forecastEndOn: '2027' })).toMatchObject({ ok: true });
  });

  test('with a reason of its own is published beside it', async () => {
    await published(
      changing('project', 'a-bridge', 1, { ...bridge, baselineEndOn: '2026', baselineReason: 'Tendered anew' }),
    );
    const rows = await db.$queryRaw`
      select baseline_reason as reason, baseline_end_on_last::text as "endOn" from current_project where slug = 'a-bridge'`;
    expect(rows).toEqual([{ reason: 'Tendered anew', endOn: '2026-12-31' }]);
  });
});
