import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordKinds } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import messages from '@/messages/en.json';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const glossary = read('docs/glossary.md');
const literals = (path: string, type: string) => {
  const [, declaration = ''] =
    new RegExp(`export type ${type} =([^;]*(?:\\{[^}]*\\}[^;]*)*);\\n`).exec(read(path)) ?? [];
  return declaration;
};

describe('the glossary explains', () => {
  test.each(recordKinds)('the record kind %s', (kind) => {
    expect(glossary).toContain(`\`${kind}\``);
  });

  const verbs = [...literals('server/audit.ts', 'AuditVerb').matchAll(/'([a-z.-]+)'/g)].map(([, verb = '']) => verb);
  test.each(verbs)('the log entry %s', (verb) => {
    expect(glossary).toContain(`\`${verb}\``);
  });

  test('every log entry there is', () => {
    expect(verbs.length).toBeGreaterThan(10);
  });

  const problems = [...read('domain/problem.ts').matchAll(/readonly kind: '([a-z-]+)'/g)].map(([, kind = '']) => kind);
  test.each([...problems, 'not-permitted', 'step-not-open'])(
    'the refusal %s, and the interface has its sentence',
    (kind) => {
      expect(glossary).toContain(`\`${kind}\``);
      expect(messages.problem).toHaveProperty(kind);
    },
  );
});

describe('the interface has words for', () => {
  const fields = recordKinds.flatMap((kind) =>
    Object.keys(records[kind].fields).map((field) => [kind, field] as const),
  );
  test.each(fields)('%s: %s', (kind, field) => {
    expect(messages.record[kind].fields).toHaveProperty([field, 'label']);
    expect(messages.record[kind].fields).toHaveProperty([field, 'meaning']);
  });

  const codes = [...literals('domain/record/finding.ts', 'FindingCode').matchAll(/'([a-z-]+)'/g)].map(
    ([, code = '']) => code,
  );
  test.each(codes)('the finding %s', (code) => {
    expect(messages.finding).toHaveProperty(code);
  });

  test('every finding there is, and no other', () => {
    expect(Object.keys(messages.finding).sort()).toEqual([...codes].sort());
  });
});

test('every model of the schema has its sentence', () => {
  const schema = read('prisma/schema.prisma');
  const models = [...schema.matchAll(/^(?:\/\/\/ .*\n)*model (\w+)/gm)];
  expect(models.filter(([whole]) => !whole.startsWith('///')).map(([, name]) => name)).toEqual([]);
  expect(models.length).toBeGreaterThan(50);
});

test('every decision is listed', () => {
  const list = read('docs/decisions/README.md');
  const files = [...list.matchAll(/\]\((\d{4}-[a-z-]+\.md)\)/g)].map(([, file = '']) => file);
  expect(files.map((file) => read(`docs/decisions/${file}`).length > 500)).toEqual(files.map(() => true));
});

test('dependencies are not below their floors for security', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> };
  const floors = { next: [16, 4, 6], 'next-auth': [4, 24, 15], sharp: [0, 35, 4] } as const;
  const below = Object.entries(floors).filter(([name, floor]) => {
    const version = (lock.packages[`node_modules/${name}`]?.version ?? '0.0.0').split('.').map(Number);
    const firstDifference = floor.findIndex((part, index) => (version[index] ?? 0) !== part);
    return firstDifference >= 0 && (version[firstDifference] ?? 0) < (floor[firstDifference] ?? 0);
  });
  expect(below).toEqual([]);
});

describe('the README', () => {
  const readme = read('README.md');

  test('shows the two commands', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path);
  test.each(links)('leads to %s, which is there', (path) => {
    expect(existsSync(new URL(`../${path}`, import.meta.url))).toBe(true);
  });
});
