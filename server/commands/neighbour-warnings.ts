import 'server-only';
import { readDateSpan } from '@/domain/calendar';
import { progressWarnings } from '@/domain/progress/warnings';
import { numberOf, textOf } from '@/domain/record/content';
import type { Finding } from '@/domain/record/finding';
import * as z from 'zod';
import type { Transaction } from '../db';
import type { CheckedChange } from './check-changes';
import { keyOf } from './current-versions';

const neighbourRow = z.object({
  previousPercent: z.coerce.number().nullable(),
  contractedMinorUnits: z.coerce.bigint().nullable(),
});

/** What looks wrong beside what is published already, such as progress that falls. By the change's key. */
export async function neighbourWarnings(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  for (const change of changes) {
    const projectSlug = textOf(change.content, 'projectSlug');
    const span = readDateSpan(textOf(change.content, 'referenceOn') ?? '');
    const percent = numberOf(change.content, 'physicalProgressPercent');
    const spent = textOf(change.content, 'spentMinorUnits');
    // A plan is no progress made: it neither falls behind a report nor is one that another could fall behind.
    const isPlan = textOf(change.content, 'kind') === 'plan';
    if (change.kind !== 'progress_report' || isPlan || !projectSlug || !span.ok || (percent === null && spent === null))
      continue;

    const currency = textOf(change.content, 'currency');
    const [row] = await tx.$queryRaw<unknown[]>`
      select
        (select physical_progress_percent from current_progress_report
         where project_slug = ${projectSlug} and slug <> ${change.slug} and kind <> 'plan'
           and physical_progress_percent is not null and reference_on_last < ${span.value.last}::date
         order by reference_on_last desc limit 1) as "previousPercent",
        (select sum(coalesce(
           (select a.new_value_minor_units from contract_amendment a
            where a.version_id = c.id and a.new_value_minor_units is not null
            order by a.amended_on_last desc, a.position desc limit 1),
           c.value_minor_units)) from current_contract c
         where c.project_slug = ${projectSlug} and c.currency = ${currency}) as "contractedMinorUnits"`;
    const { previousPercent, contractedMinorUnits } = neighbourRow.parse(row);
    const warnings = progressWarnings({
      percent,
      previousPercent,
      spentMinorUnits: spent === null ? null : BigInt(spent),
      contractedMinorUnits,
    });
    if (warnings.length > 0) found.set(keyOf(change), warnings);
  }
  return found;
}
