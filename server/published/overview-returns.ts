import 'server-only';
import * as z from 'zod';
import { qualifiers } from '@/domain/vocabulary';
import { rivalsColumn, rivalsSql } from './claims-sql';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import { joinStatement, statementColumns, statementOf, statementRow } from './project-statement';
import type { PublicRecord } from './record-at';
import { originSql } from './total-claims-sql';

export type Count = Awaited<ReturnType<typeof readCounts>>[number];
export type Target = Awaited<ReturnType<typeof readTargets>>[number];

/**
 * A promise of a programme: so many families or persons of a group, or so much of a measure, by a date. What is promised of
 * one period alone is left out: it stands beside running totals here.
 */
export async function readTargets(record: PublicRecord, language: string) {
  const rows = await record.query`
    select v.slug, v.programme_slug, programme.title as programme_title, coalesce(v.place_slug, programme.place_slug) as place_slug,
      place_name_in(coalesce(v.place_slug, programme.place_slug), ${language}) as place_name,
      v.metric::text, v.measure, code_label_in('measure', v.measure, ${language}) as measure_label, code.unit,
      v.population_group, code_label_in('population_group', v.population_group, ${language}) as group_label,
      v.value::float8, v.qualifier::text, v.due_on_first, v.due_on_last, v.due_on_precision::text,
      v.stated_on_first, v.stated_on_last, v.stated_on_precision::text, ${statementColumns}
    from current_target v
    join current_programme programme on programme.slug = v.programme_slug
    left join current_code code on code.list = 'measure' and code.code = v.measure
    ${joinStatement}
    where v.accumulation is distinct from 'in_period'
    order by v.value desc, v.slug`;
  return z
    .array(targetRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      programmeTitle: row.programme_title,
      programmeSlug: row.programme_slug,
      placeSlug: row.place_slug,
      placeName: row.place_name,
      metric: row.metric,
      measure: row.measure,
      measureLabel: row.measure_label,
      unit: row.unit,
      group: row.population_group,
      groupLabel: row.group_label,
      value: row.value,
      qualifier: row.qualifier,
      dueOn: spanOf({ first: row.due_on_first, last: row.due_on_last, precision: row.due_on_precision }),
      statedOn: spanOf({ first: row.stated_on_first, last: row.stated_on_last, precision: row.stated_on_precision }),
      statement: statementOf(row),
    }));
}

/**
 * Running totals of one group that returned to one place, oldest first: each replaces the one before, none is added. Those
 * told by origin are parts of them and no headline.
 */
export async function readCounts(record: PublicRecord, placeSlug: string, group: string) {
  const rows = await record.query`
    select v.slug, v.reference_on_first, v.reference_on_last, v.reference_on_precision::text, v.families, v.persons,
      v.families_withheld or v.persons_withheld as is_withheld, v.qualifier::text, v.event, ${rivalsSql('resettlement')} as rivals, ${statementColumns}
    from current_resettlement v
    ${joinStatement}
    where v.place_slug = ${placeSlug} and v.population_group = ${group} and v.kind = 'return' and v.stage = 'happened'
      and v.counting = 'running_total' and v.reference_on_last is not null and ${originSql} is null
    order by v.reference_on_last, v.slug`;
  return z
    .array(countRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      referenceOn: spanOf({
        first: row.reference_on_first,
        last: row.reference_on_last,
        precision: row.reference_on_precision,
      }),
      placeSlug,
      kind: 'return' as const,
      populationGroup: group,
      stage: 'happened' as const,
      counting: 'running_total' as const,
      event: row.event,
      origin: null,
      families: row.families,
      persons: row.persons,
      isWithheld: row.is_withheld,
      qualifier: row.qualifier,
      rivals: row.rivals,
      statement: statementOf(row),
    }));
}

export type DoneQuantity = Awaited<ReturnType<typeof readDone>>[number];

/** Running totals of a measure that reports on a programme's projects state, oldest first, each with its project. */
export async function readDone(record: PublicRecord, programmeSlug: string, measure: string) {
  const rows = await record.query`
    select v.slug, v.project_slug, v.reference_on_first, v.reference_on_last, v.reference_on_precision::text,
      q.quantity::float8 as quantity, q.qualifier::text, ${rivalsSql('progress_report')} as rivals, ${statementColumns}
    from current_project p
    join current_progress_report v on v.project_slug = p.slug
    join progress_report_quantity q on q.version_id = v.id
    ${joinStatement}
    where p.programme_slug = ${programmeSlug} and q.measure = ${measure} and q.basis = 'total_to_date'
      and v.reference_on_last is not null
    order by v.reference_on_last, v.slug`;
  return z
    .array(doneRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      projectSlug: row.project_slug,
      referenceOn: spanOf({
        first: row.reference_on_first,
        last: row.reference_on_last,
        precision: row.reference_on_precision,
      }),
      quantity: row.quantity,
      qualifier: row.qualifier,
      rivals: row.rivals,
      statement: statementOf(row),
    }));
}

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

const targetRow = z.object({
  slug: z.string(),
  programme_slug: z.string(),
  programme_title: z.string(),
  place_slug: z.string().nullable(),
  place_name: z.string().nullable(),
  metric: z.enum(['families', 'persons', 'measure']),
  measure: z.string().nullable(),
  measure_label: z.string().nullable(),
  unit: z.string().nullable(),
  population_group: z.string().nullable(),
  group_label: z.string().nullable(),
  value: z.number(),
  qualifier: z.enum(qualifiers).nullable(),
  due_on_first: date,
  due_on_last: date,
  due_on_precision: precision,
  stated_on_first: date,
  stated_on_last: date,
  stated_on_precision: precision,
  ...statementRow,
});

const referenceOn = { reference_on_first: date, reference_on_last: date, reference_on_precision: precision };

const countRow = z.object({
  slug: z.string(),
  ...referenceOn,
  families: z.number().nullable(),
  persons: z.number().nullable(),
  is_withheld: z.boolean(),
  qualifier: z.enum(qualifiers).nullable(),
  event: z.string().nullable(),
  rivals: rivalsColumn,
  ...statementRow,
});

const doneRow = z.object({
  slug: z.string(),
  project_slug: z.string(),
  ...referenceOn,
  quantity: z.number(),
  qualifier: z.enum(qualifiers).nullable(),
  rivals: rivalsColumn,
  ...statementRow,
});
