import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const publicFolders = ['server/published', 'server/export'];

/** Tables that hold what is withheld: the views over them do not. */
const behindTheViews =
  /\b(?:resettlement_version|(?<!shown_)resettlement_breakdown|resettlement_disclosure)\b|\b(?:from|join)\s+revision\b/i;

const files = publicFolders.flatMap((folder) =>
  readdirSync(here(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => join(folder, name)),
);

describe('what the public reads names no table in which withheld counts stand', () => {
  test.each(files)('%s', (file) => {
    expect(readFileSync(here(file), 'utf8')).not.toMatch(behindTheViews);
  });

  test('and the rule sees the names it forbids', () => {
    expect('select * from resettlement_version').toMatch(behindTheViews);
    expect('join resettlement_breakdown b').toMatch(behindTheViews);
    expect('from revision r').toMatch(behindTheViews);
    expect('from public_revision r join shown_resettlement_breakdown b').not.toMatch(behindTheViews);
    expect(files.length).toBeGreaterThan(20);
  });

  test.each(files)('%s reads no version or revision through the client either', (file) => {
    expect(readFileSync(here(file), 'utf8')).not.toMatch(/\b(?:db|tx)\.(?:revision|resettlement\w*)\b/);
  });
});
