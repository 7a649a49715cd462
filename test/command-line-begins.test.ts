import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What a file imports when it is loaded; `import type` and `await import()` are not among it. */
const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm,
    ),
  ].map(([, named, bare]) => named ?? bare ?? '');

function fileOf(name: string, importer: string): string | null {
  if (!name.startsWith('@/') && !name.startsWith('.')) return null;
  const path = name.startsWith('@/') ? join(project, name.slice(2)) : join(dirname(importer), name);
  return (
    [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((one) => /\.\w+$/.test(one) && existsSync(one)) ??
    path
  );
}

function wayTo(wanted: RegExp, from: string): readonly string[] | null {
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [[from]];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const file = way.at(-1) ?? from;
    if (wanted.test(file)) return way.map((one) => one.slice(project.length));
    if (seen.has(file) || !existsSync(file) || !/\.tsx?$/.test(file)) continue;
    seen.add(file);
    for (const name of importsOf(file)) {
      const next = fileOf(name, file);
      if (next) queue.push([...way, next]);
    }
  }
  return null;
}

test('on a fresh checkout the command line begins before there is a database client, which it generates', () => {
  expect(wayTo(/prisma\/generated/, join(project, 'bin/main.ts'))).toBeNull();
});

test('and the walk finds the client from a file that reads the database', () => {
  expect(wayTo(/prisma\/generated/, join(project, 'server/published/overview.ts'))).not.toBeNull();
});
