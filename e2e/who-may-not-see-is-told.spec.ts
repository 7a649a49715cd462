import { expect, test } from './fixtures';

const forAdministrators = ['/en/workspace/log', '/en/workspace/people', '/en/workspace/people/invite'];

test('pages for administrators answer an editor with 403, and say why, also without JavaScript', async ({
  signInAs,
}) => {
  const editor = await signInAs('editor');
  for (const path of forAdministrators) {
    const answer = await editor.request.get(path);
    expect(answer.status(), path).toBe(403);
    expect(await answer.text(), path).toContain('Only administrators may do this.');
  }
  const file = await editor.request.get('/en/workspace/log/log.csv');
  expect([file.status(), await file.text()]).toEqual([403, 'Only administrators may do this.\n']);
  const queue = await editor.request.get('/en/workspace/review');
  expect(queue.status()).toBe(403);
  expect(await queue.text()).toContain('reviewers and administrators decide');
});

test('and answer an administrator with 200', async ({ signInAs }) => {
  const administrator = await signInAs('administrator');
  for (const path of forAdministrators) expect((await administrator.request.get(path)).status(), path).toBe(200);
});
