import 'server-only';
import type { TableName } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import { dayText, raw, writtenDate } from './cells';
import type { Face } from './face';

const listedDate = (stem: string) => ({
  [stem]: writtenDate(`listed.${stem}`),
  [`${stem}_first`]: dayText(raw(`listed.${stem}_first`)),
  [`${stem}_last`]: dayText(raw(`listed.${stem}_last`)),
  [`${stem}_precision`]: raw(`listed.${stem}_precision`),
});

/** The query of each column that is no field of the record, by table and header. */
export const workedOutCells = (face: Face): Partial<Record<TableName, Readonly<Record<string, Prisma.Sql>>>> => ({
  // Worked out by the query of the page: `listed`.
  projects: {
    ...renamed(listedDate('baseline_end_on'), 'baseline_end_on', 'first_promised_end_on'),
    ...listedDate('promised_end_on'),
    slipped_least_days: raw('listed.slipped_least_days'),
    slipped_most_days: raw('listed.slipped_most_days'),
    late_by_days: raw('listed.late_by_days'),
    passed_by_days: raw('listed.passed_by_days'),
    ...listedDate('progress_on'),
    progress_percent: raw('listed.progress_percent'),
    progress_claims: raw('listed.progress_claims'),
    progress_lowest_percent: raw('listed.progress_lowest_percent'),
    progress_highest_percent: raw('listed.progress_highest_percent'),
    last_report_on: dayText(raw('listed.last_report_on')),
    is_unreported: face.yesNo(raw('coalesce(listed.is_unreported, false)')),
  },
  // A blank cell is unknown or withheld: these say which.
  resettlement: {
    families_status: statusCell('families'),
    persons_status: statusCell('persons'),
    breakdown_status: Prisma.sql`(
      select case when count(*) = 0 then 'unknown' when bool_or(b.persons_withheld) then 'withheld' else 'shown' end
      from shown_resettlement_breakdown b where b.version_id = v.id)`,
  },
  places: {
    name: face.text(raw(`place_name_in(v.slug, 'en')`)),
    projects: raw('place_counts.projects'),
    resettlement_records: raw('place_counts.resettlement_records'),
  },
});

function statusCell(column: 'families' | 'persons'): Prisma.Sql {
  const [value, withheld] = [raw(`v.${column}`), raw(`v.${column}_withheld`)];
  return Prisma.sql`case when ${withheld} then 'withheld' when ${value} is null then 'unknown' else 'shown' end`;
}

/** The lookups that these columns borrow from, beside those of the fields; each is joined by identifier. */
export const workedOutLookups: Partial<Record<TableName, readonly string[]>> = { places: ['place_counts'] };

function renamed(cells: Readonly<Record<string, Prisma.Sql>>, from: string, to: string): Record<string, Prisma.Sql> {
  return Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header.replace(from, to), cell]));
}
