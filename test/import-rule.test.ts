import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));
let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: project });
});

async function breaks(file: string, line: string): Promise<boolean> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: `${project}/${file}` });
  return (result?.messages ?? []).some(({ ruleId }) => ruleId === 'boundaries/dependencies');
}

describe('the import rule refuses', () => {
  test.each([
    ['the domain a framework', 'domain/planted.ts', "import 'next';"],
    ['the domain the clock and the disk', 'domain/planted.ts', "import 'node:fs';"],
    ['the domain the server', 'domain/planted.ts', "import '@/server/db';"],
    ['components the server', 'components/planted.ts', "import '@/server/db';"],
    ['components Prisma', 'components/planted.ts', "import '@prisma/client';"],
    ['public pages the workspace', 'app/[locale]/(public)/planted.ts', "import '@/server/workspace/read-submission';"],
    ['public pages the commands', 'app/[locale]/(public)/planted.ts', "import '@/server/commands/approve';"],
    [
      'public pages what signs people in and takes forms',
      'app/[locale]/(public)/planted.ts',
      "import '@/app/_edge/send-form';",
    ],
    ['what public pages share the workspace', 'app/_public/planted.ts', "import '@/server/workspace/read-submission';"],
    ['the files the workspace', 'app/data/planted.ts', "import '@/server/workspace/read-submission';"],
    ['the feeds the workspace', 'app/feed.atom/planted.ts', "import '@/server/workspace/read-submission';"],
    ['published evidence the workspace', 'app/evidence/planted.ts', "import '@/server/workspace/evidence-file';"],
    [
      'what the API reads the workspace',
      'app/api/v1/(read)/planted.ts',
      "import '@/server/workspace/read-submission';",
    ],
    ['what the API reads the commands', 'app/api/v1/(read)/[table]/planted.ts', "import '@/server/commands/approve';"],
    [
      'what the public sees the workspace',
      'server/published/planted.ts',
      "import '@/server/workspace/read-submission';",
    ],
    ['what the public sees the commands', 'server/published/planted.ts', "import '@/server/commands/approve';"],
    ['the workspace what the public sees', 'server/workspace/planted.ts', "import '@/server/published/projects';"],
    ['commands the workspace', 'server/commands/planted.ts', "import '@/server/workspace/read-submission';"],
    ['an archive the workspace', 'server/archive/planted.ts', "import '@/server/workspace/read-submission';"],
    ['an archive the commands', 'server/archive/planted.ts', "import '@/server/commands/approve';"],
    ['public pages the archive', 'app/[locale]/(public)/planted.ts', "import '@/server/archive/write-record';"],
    ['the server a page', 'server/planted.ts', "import '@/components/figures/figure';"],
    ['pages recharts', 'app/[locale]/(public)/planted.ts', "import 'recharts';"],
    ['components next-auth', 'components/planted.ts', "import 'next-auth';"],
    ['pages pg', 'app/planted.ts', "import 'pg';"],
  ])('%s', async (_, file, line) => {
    expect(await breaks(file, line)).toBe(true);
  });
});

describe('the import rule lets', () => {
  test.each([
    ['the domain have zod', 'domain/planted.ts', "import 'zod';"],
    [
      'public pages read what is published',
      'app/[locale]/(public)/planted.ts',
      "import '@/server/published/projects';",
    ],
    ['workspace pages command', 'app/[locale]/(workspace)/workspace/planted.ts', "import '@/server/commands/approve';"],
    ['the server know Prisma', 'server/planted.ts', "import '@prisma/client';"],
  ])('%s', async (_, file, line) => {
    expect(await breaks(file, line)).toBe(false);
  });
});
