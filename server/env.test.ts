import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings, settingShape } from './env';

test('the table in docs/operating.md lists every setting, with its default and meaning', () => {
  const page = readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8');
  const settings = page.slice(page.indexOf('## Settings'), page.indexOf('## What is in the data directory'));
  const rows = [...settings.matchAll(/^\| `(\w+)` \| (.+?) \| (.+) \|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(
    Object.entries(settingShape).map(([name, schema]) => [name, defaultOf(schema), schema.description]),
  );
});

describe('settings', () => {
  test('may all be left out', () => {
    expect(readSettings({})).toMatchObject({ ok: true, settings: { PORT: 3000, CORNERSTONE_STARTER: 'facts' } });
  });

  test('that are set to nothing count as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ ok: true, settings: { PORT: 3000 } });
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/record'],
    ['CORNERSTONE_URL', 'record.example.org'],
    ['CORNERSTONE_URL', 'https://example.org/record'],
    ['CORNERSTONE_TIME_ZONE', 'Baku'],
    ['CORNERSTONE_STARTER', 'some'],
    ['CORNERSTONE_PROXIES', '-1'],
    ['CORNERSTONE_OPERATOR_NAME', ' '],
    ['CORNERSTONE_OPERATOR_CONTACT', 'ask at the desk'],
    ['CORNERSTONE_OPERATOR_CONTACT', 'javascript:alert(1)'],
    ['CORNERSTONE_OPERATOR_CONTACT', 'record@example.org'], // nobody is named
    ['NEXTAUTH_SECRET', 'short'],
  ])('%s is not %s', (name, value) => {
    expect(readSettings({ [name]: value })).toMatchObject({ ok: false, lines: [expect.stringContaining(name)] });
  });

  test('that are wrong are all named at once', () => {
    expect(readSettings({ PORT: '0', CORNERSTONE_STARTER: 'some' })).toMatchObject({ ok: false, lines: { length: 2 } });
  });

  test('of the first administrator are given together', () => {
    const read = readSettings({ CORNERSTONE_ADMIN_EMAIL: 'a@example.org' });
    expect(read).toEqual({
      ok: false,
      lines: ['CORNERSTONE_ADMIN_EMAIL and CORNERSTONE_ADMIN_PASSWORD: give both or neither'],
    });
  });

  test.each(['record@example.org', 'https://example.org/contact'])('take the contact %s', (contact) => {
    const given = { CORNERSTONE_OPERATOR_NAME: 'State Committee', CORNERSTONE_OPERATOR_CONTACT: contact };
    expect(readSettings(given)).toMatchObject({ ok: true, settings: given });
  });

  test.each(['postgresql://u:p@host:5432/db?sslmode=verify-full', 'postgres://u@/db?host=/var/run/postgresql'])(
    'take the database address %s',
    (address) => expect(readSettings({ DATABASE_URL: address })).toMatchObject({ ok: true }),
  );
});

function defaultOf(schema: (typeof settingShape)[keyof typeof settingShape]): string {
  const unset = schema.safeParse(undefined);
  return unset.success && unset.data !== undefined ? `\`${unset.data}\`` : 'none';
}
