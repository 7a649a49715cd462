import { expect, test } from 'vitest';
import { withReadableAbsence } from './readable-absence';

const html = (status: number, text: string) => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
});
const draw = async (url: string) => (url === '/en/404' ? html(200, 'This page does not exist') : html(404, ''));

test('a page that is not found reads as that, with its status', async () => {
  const answer = await withReadableAbsence('/en/projects/nope', html(404, ''), draw);
  expect([answer.status, String(answer.body)]).toEqual([404, 'This page does not exist']);
});

test('the days that were asked for are kept, and nothing else of the address', async () => {
  const drawn: string[] = [];
  await withReadableAbsence('/en/projects/nope?sort=name&asOf=2025-01-31&until=2024-12-31', html(404, ''), (url) => {
    drawn.push(url);
    return draw(url.split('?')[0] ?? '');
  });
  expect(drawn).toEqual(['/en/404?asOf=2025-01-31&until=2024-12-31']);
});

test('a page that is there is left as it is', async () => {
  const page = html(200, 'A bridge');
  expect(await withReadableAbsence('/en/projects/a-bridge', page, draw)).toBe(page);
});

test('the page about absence is itself not found', async () => {
  for (const url of ['/en/404', '/en/404?asOf=2025-01-31']) {
    const answer = await withReadableAbsence(url, html(200, 'This page does not exist'), draw);
    expect(answer).toMatchObject({ status: 404 });
  }
});

test('an address in a language that the record does not speak is answered in English', async () => {
  const answer = await withReadableAbsence('/xx/projects', html(404, ''), draw);
  expect([answer.status, String(answer.body)]).toEqual([404, 'This page does not exist']);
});

test('what is no page is left as it is', async () => {
  const other = { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('no') };
  expect(await withReadableAbsence('/en/feed.xml', other, draw)).toBe(other);
});
