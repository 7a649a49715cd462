import { exampleSubmission } from '@/domain/api/example-submission';

/** Handing in a submission from the shell, as it can be copied. */
export const writingExample = (site: string): string =>
  [
    `curl '${site}/api/v1/submissions' \\`,
    `  -H "Authorization: Bearer $CORNERSTONE_TOKEN" \\`,
    `  -H 'Idempotency-Key: bridge-2026-06' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data '${JSON.stringify(exampleSubmission, null, 2)}'`,
  ].join('\n');
