import { describe, expect, test } from 'vitest';
import { addUser, disableUser } from '@/server/commands/people';
import { db } from '@/server/db';
import { checkCredentials } from '@/server/auth/check-credentials';
import { hashPassword, nobodysHash } from '@/server/auth/password-hash';
import { attempts } from '@/server/auth/throttle';

const password = 'correct horse battery';
let made = 0;

async function someone(): Promise<string> {
  made += 1;
  const email = `someone-${made}@example.org`;
  await addUser({ email, name: 'Someone', role: 'editor', password });
  return email;
}

const address = () => `192.0.2.${(made += 1)}`;
const wrong = { ok: false, problem: { kind: 'wrong-credentials' } };

/** So many wrong passwords, one after the other; the last answer. */
async function guess(times: number, email: string, from: () => string) {
  let answer: unknown = null;
  for (let time = 0; time < times; time += 1)
    answer = await checkCredentials({ email, password: 'not this one, ever', address: from() });
  return answer;
}

describe('credentials', () => {
  test('are right however the address is typed', async () => {
    const email = await someone();
    const checked = await checkCredentials({ email: ` ${email.toUpperCase()} `, password, address: address() });
    expect(checked).toMatchObject({ ok: true });
  });

  test('are refused with one answer when the password is wrong, the person unknown, disabled, or without a password', async () => {
    const email = await someone();
    const disabled = await someone();
    await disableUser({ email: disabled });
    await db.user.create({ data: { email: 'invited@example.org', name: 'Invited', role: 'editor' } });
    await db.user.create({
      data: {
        email: 'service@example.org',
        name: 'Service',
        role: 'editor',
        maySignIn: false,
        passwordHash: await hashPassword(password),
      },
    });

    expect(await checkCredentials({ email, password: 'not this one, ever', address: address() })).toEqual(wrong);
    expect(await checkCredentials({ email: 'nobody@example.org', password, address: address() })).toEqual(wrong);
    expect(await checkCredentials({ email: disabled, password, address: address() })).toEqual(wrong);
    expect(await checkCredentials({ email: 'invited@example.org', password, address: address() })).toEqual(wrong);
    expect(await checkCredentials({ email: 'service@example.org', password, address: address() })).toEqual(wrong);
  });

  test('of an unknown person cost as much to check as those of a known one', async () => {
    const cost = (hash: string) => hash.split('$').slice(0, 4).join('$');
    expect(cost(nobodysHash)).toBe(cost(await hashPassword(password)));
    expect(cost(nobodysHash)).toMatch(/^\$argon2id\$/);
  });

  test('are looked at only so often from one address for one account, with the time to wait', async () => {
    const email = await someone();
    const here = address();
    expect(await guess(attempts.onOneAccountFromOneAddress, email, () => here)).toEqual(wrong);

    const refused = await checkCredentials({ email, password, address: here });
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'too-many-attempts' } });
    expect(refused).toHaveProperty('problem.retryAfterSeconds', expect.closeTo(15 * 60, -2));
  });

  test('sent at once are all counted', async () => {
    const email = await someone();
    const here = address();
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(1, email, () => here)));
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(wrong))).toHaveLength(
      attempts.onOneAccountFromOneAddress,
    );
  });

  test('are throttled the same for someone unknown', async () => {
    const here = address();
    await guess(attempts.onOneAccountFromOneAddress, 'no-one@example.org', () => here);
    expect(await guess(1, 'no-one@example.org', () => here)).toMatchObject({ problem: { kind: 'too-many-attempts' } });
  });

  test('of one account are throttled whatever the address, but not where its owner is known', async () => {
    const email = await someone();
    const home = address();
    expect(await checkCredentials({ email, password, address: home })).toMatchObject({ ok: true });
    await guess(attempts.onOneAccount, email, address);

    expect(await checkCredentials({ email, password, address: address() })).toMatchObject({
      problem: { kind: 'too-many-attempts' },
    });
    expect(await checkCredentials({ email, password, address: home })).toMatchObject({ ok: true });
  });

  test('of many accounts are throttled from one address', async () => {
    const here = '198.51.100.7';
    const accounts = Array.from({ length: attempts.fromOneAddress }, (_, index) => `unknown-${index}@example.org`);
    await Promise.all(accounts.map((email) => guess(1, email, () => here)));
    expect(await guess(1, await someone(), () => here)).toMatchObject({ problem: { kind: 'too-many-attempts' } });
  });

  test('that are right let earlier mistakes be forgotten', async () => {
    const email = await someone();
    const here = address();
    await guess(attempts.onOneAccountFromOneAddress - 1, email, () => here);
    expect(await checkCredentials({ email, password, address: here })).toMatchObject({ ok: true });
    expect(await guess(attempts.onOneAccountFromOneAddress - 1, email, () => here)).toEqual(wrong);
  });

  test('wait no longer than the quarter of an hour: nobody is locked out for ever', async () => {
    const email = await someone();
    const here = address();
    await guess(attempts.onOneAccountFromOneAddress + 5, email, () => here);
    // What the clock would do.
    await db.rateLimit.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect(await checkCredentials({ email, password, address: here })).toMatchObject({ ok: true });
  });
});
