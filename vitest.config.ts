import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `server-only` throws outside Next; in tests it is nothing, as on the command line. */
const resolve = { alias: { '@': here('.'), 'server-only': here('./bin/server-only.ts') } };
const leftOut = ['node_modules/**', '.next/**', 'e2e/**'];

export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'rules',
          // The first use of the linter loads all of its rules.
          testTimeout: 30_000,
          include: ['{domain,components,app,tools,bin,prisma,server,test,docs}/**/*.test.{ts,tsx}'],
          exclude: [...leftOut, '**/*.db.test.ts'],
        },
      },
      {
        resolve,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: leftOut,
          globalSetup: ['test/start-database.ts'],
          setupFiles: ['test/own-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
