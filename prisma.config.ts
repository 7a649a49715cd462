import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  // A backup of an earlier release is restored with that release's migrations: see server/embedded/migrate.ts.
  migrations: { path: process.env.PRISMA_MIGRATIONS_FOLDER ?? 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
