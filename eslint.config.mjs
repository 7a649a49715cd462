import next from 'eslint-config-next/core-web-vitals';
import nextTypeScript from 'eslint-config-next/typescript';
import boundaries from 'eslint-plugin-boundaries';

/** Who may import whom. Read a line as: files in this layer may import these layers, and no others. */
const mayImport = {
  domain: ['domain'],
  components: ['components', 'domain'],
  server: ['server', 'domain', 'words', 'prisma-client'],
  published: ['published', 'server', 'domain', 'prisma-client'],
  workspace: ['workspace', 'server', 'export', 'domain', 'prisma-client'],
  commands: ['commands', 'server', 'domain', 'prisma-client'],
  export: ['export', 'published', 'server', 'domain', 'prisma-client'],
  archive: ['archive', 'server', 'domain', 'words', 'prisma-client'],
  words: ['words', 'domain'],
  app: ['app', 'components', 'domain', 'server', 'words', 'commands', 'workspace'],
  'public-edge': ['public-edge', 'components', 'domain', 'server', 'published', 'export', 'words'],
  files: ['files', 'public-edge', 'domain', 'server', 'export', 'published', 'words'],
  'public-pages': ['public-pages', 'public-edge', 'components', 'domain', 'published', 'export', 'server', 'words'],
  'workspace-pages': [
    'workspace-pages',
    'app',
    'components',
    'domain',
    'server',
    'workspace',
    'commands',
    'export',
    'words',
  ],
  seed: ['seed', 'domain', 'server', 'commands', 'prisma-client', 'test'],
  operating: [
    'operating',
    'server',
    'archive',
    'domain',
    'commands',
    'seed',
    'export',
    'published',
    'prisma-client',
    'test',
  ],
  test: [
    'test',
    'domain',
    'server',
    'components',
    'published',
    'workspace',
    'commands',
    'export',
    'archive',
    'prisma-client',
    'operating',
    'words',
    'seed',
  ],
};

/** Packages only one layer may know about. */
const keptTo = [
  {
    packages: ['@prisma/client', '@prisma/client/**', '@prisma/adapter-pg', 'pg', 'pg-copy-streams'],
    layers: [
      'server',
      'published',
      'workspace',
      'commands',
      'export',
      'archive',
      'operating',
      'seed',
      'test',
      'prisma-client',
    ],
  },
  { packages: ['next-auth', 'next-auth/**'], layers: ['server', 'app'] },
  { packages: ['recharts'], layers: ['components'] },
];

const layer = (type, pattern) => ({ type, pattern, partialMatch: false });

const config = [
  { ignores: ['.next/', '.next-*/', '.cornerstone/', 'prisma/generated/', 'next-env.d.ts'] },
  ...next,
  ...nextTypeScript,
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } }, // Playwright's use() is not React's
  {
    files: ['**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    // Public pages are whole documents served from a cache: plain links, no client-side routing.
    files: ['app/**', 'components/**'],
    rules: { '@next/next/no-html-link-for-pages': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: true },
      'boundaries/elements': [
        layer('domain', 'domain'),
        layer('components', 'components'),
        layer('published', 'server/published'),
        layer('workspace', 'server/workspace'),
        layer('commands', 'server/commands'),
        layer('export', 'server/export'),
        layer('archive', 'server/archive'),
        layer('server', 'server'),
        layer('prisma-client', 'prisma/generated'),
        layer('seed', 'prisma/seed'),
        layer('words', 'i18n'),
        layer('public-pages', 'app/*/[(]public[)]'),
        layer('workspace-pages', 'app/*/[(]workspace[)]'),
        layer('public-edge', 'app/_public'),
        layer('files', 'app/data'),
        layer('files', 'app/evidence'),
        layer('files', 'app/feed*'),
        layer('files', 'app/milestones*'),
        layer('files', 'app/api/v1/[(]read[)]'),
        layer('app', 'app'),
        layer('operating', 'bin'),
        layer('operating', 'tools'),
        layer('operating', 'bench'),
        layer('operating', 'proof'),
        layer('test', 'test'),
        layer('test', 'e2e'),
      ],
      'boundaries/files': [{ category: 'test', pattern: '**/*.test.{ts,tsx}' }],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: [
            ...Object.entries(mayImport).map(([type, layers]) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: layers } } } },
            })),
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            { from: { element: { type: 'domain' } }, disallow: { to: { module: { origin: ['external', 'core'] } } } },
            {
              from: { element: { type: 'domain' } },
              allow: { to: { module: { origin: 'external', source: 'zod' } } },
            },
            ...keptTo.map(({ packages, layers }) => ({
              from: { element: { types: { noneOf: layers } } },
              disallow: { to: { module: { origin: 'external', source: packages } } },
            })),
            {
              from: { file: { categories: 'test' } },
              allow: { to: { element: { type: ['test', 'operating', 'export', 'words'] } } },
            },
            {
              from: { file: { categories: 'test' } },
              allow: {
                to: {
                  module: {
                    origin: ['external', 'core'],
                    source: ['vitest', 'fast-check', 'csv-parse/sync', 'node:*', 'pg'],
                  },
                },
              },
            },
          ],
        },
      ],
    },
  },
  {
    // Chromium has no az and no hy data: what the browser formats would be wrong there.
    files: ['components/**', 'app/**'],
    ignores: ['**/*.test.*', 'components/figures/format-*.ts', 'components/figures/server-format.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^toLocale/]',
          message: 'Format on the server, in components/figures.',
        },
        { selector: "MemberExpression[object.name='Intl']", message: 'Format on the server, in components/figures.' },
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
          message: "import * as z from 'zod' keeps pages small.",
        },
      ],
    },
  },
];

export default config;
