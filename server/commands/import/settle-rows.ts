import 'server-only';
import type { RowFinding } from '@/domain/import/finding';
import { kindOfTable } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../../db';
import type { OpenRun } from '../../import/import-run';

/** One row for one record: every further row of it fails, and says where the first one stands. */
export async function failRepeats(tx: Transaction, runId: string): Promise<void> {
  const finding: Omit<RowFinding, 'found' | 'words'> = {
    code: 'appears-twice',
    from: 'reading',
    severity: 'error',
    column: 'slug',
    position: null,
    path: 'slug',
    expected: { key: 'row', words: {} },
  };
  await tx.$executeRaw`
    update import_row r set outcome = 'fail', findings = jsonb_build_array(
      ${JSON.stringify(finding)}::jsonb || jsonb_build_object('found', r.slug, 'words', jsonb_build_object('other', o.first::text)))
    from (
      select number, min(number) over (partition by slug) as first
      from import_row where run_id = ${runId}::uuid and slug is not null and outcome <> 'fail'
    ) o
    where r.run_id = ${runId}::uuid and r.number = o.number and o.first < r.number`;
}

/**
 * A row may refer to a record that another row of the file makes: it failed alone, and holds together with it. What is wrong
 * with it besides stays wrong.
 */
export async function lookAgainAtReferences(tx: Transaction, { id, table }: OpenRun): Promise<void> {
  const kind = table ? kindOfTable[table] : null;
  const own = kind === 'place' ? ['parentSlug'] : kind === 'project' ? ['partOfSlug'] : [];
  if (own.length === 0) return;
  // Each round may set right what the next one waits for: a village in a district that lies in a region of the file.
  for (let settled = 1; settled > 0; ) {
    settled = await tx.$executeRaw`
      update import_row r
      set outcome = case when r.base_version is null then 'create' else 'change' end::"ImportOutcome",
        findings = nullif((select coalesce(jsonb_agg(f), '[]') from jsonb_array_elements(r.findings) f where f->>'severity' <> 'error'), '[]')
      where r.run_id = ${id}::uuid and r.outcome = 'fail' and r.content is not null
        and not exists (
          select 1 from jsonb_array_elements(r.findings) f
          where f->>'severity' = 'error' and not (
            f->>'code' = 'unknown-record' and f->>'path' in (${Prisma.join(own)}) and exists (
              select 1 from import_row made
              where made.run_id = r.run_id and made.outcome = 'create' and made.slug = f->'words'->>'found' and made.number <> r.number)))`;
  }
}
