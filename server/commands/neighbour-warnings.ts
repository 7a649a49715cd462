import 'server-only';
import { readDateSpan } from '@/domain/calendar';
import { progressWarnings } from '@/domain/progress/warnings';
import { numberOf, textOf } from '@/domain/record/content';
import type { Finding } from '@/domain/record/finding';
import * as z from 'zod';
import type { Transaction } from '../db';
import { inChunks } from '../record/chunks';
import type { CheckedChange } from './check-changes';
import { keyOf } from './current-versions';

const neighbourRows = z.array(
  z.object({
    place: z.coerce.number(),
    previousPercent: z.coerce.number().nullable(),
    contractedMinorUnits: z.coerce.bigint().nullable(),
  }),
);

/** What looks wrong beside what is published already, such as progress that falls. By the change's key. */
export async function neighbourWarnings(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  for (const some of inChunks(changes.flatMap(comparedWith))) {
    const rows = neighbourRows.parse(
      await tx.$queryRaw`
        select asked.place,
          (select physical_progress_percent from current_progress_report
           where project_slug = asked.project and slug <> asked.slug and kind <> 'plan'
             and physical_progress_percent is not null and reference_on_last < asked.last
           order by reference_on_last desc limit 1) as "previousPercent",
          (select sum(coalesce(
             (select a.new_value_minor_units from contract_amendment a
              where a.version_id = c.id and a.new_value_minor_units is not null
              order by a.amended_on_last desc, a.position desc limit 1),
             c.value_minor_units)) from current_contract c
           where c.project_slug = asked.project and c.currency = asked.currency) as "contractedMinorUnits"
        from unnest(${some.map(({ change }) => change.slug)}::text[], ${some.map(({ projectSlug }) => projectSlug)}::text[],
          ${some.map(({ last }) => last)}::date[], ${some.map(({ currency }) => currency)}::text[])
          with ordinality as asked (slug, project, last, currency, place)`,
    );
    for (const { place, previousPercent, contractedMinorUnits } of rows) {
      const asked = some[place - 1];
      if (!asked) continue;
      const { change, percent, spent } = asked;
      const spentMinorUnits = spent === null ? null : BigInt(spent);
      const warnings = progressWarnings({ percent, previousPercent, spentMinorUnits, contractedMinorUnits });
      if (warnings.length > 0) found.set(keyOf(change), warnings);
    }
  }
  return found;
}

/** What of a change is held against its neighbours; nothing where it says neither progress nor money spent. */
function comparedWith(change: CheckedChange) {
  const { kind, content } = change;
  const projectSlug = textOf(content, 'projectSlug');
  const span = readDateSpan(textOf(content, 'referenceOn') ?? '');
  const percent = numberOf(content, 'physicalProgressPercent');
  const spent = textOf(content, 'spentMinorUnits');
  // A plan is no progress made: it neither falls behind a report nor is one that another could fall behind.
  const isPlan = textOf(content, 'kind') === 'plan';
  if (kind !== 'progress_report' || isPlan || !projectSlug || !span.ok || (percent === null && spent === null))
    return [];
  return [{ change, projectSlug, last: span.value.last, percent, spent, currency: textOf(content, 'currency') }];
}
