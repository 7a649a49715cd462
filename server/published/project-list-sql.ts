import 'server-only';
import type { IsoDate } from '@/domain/calendar';
import type { ProjectFilter, ProjectSort } from '@/domain/filter';
import { Prisma } from '@/prisma/generated/client/client';
import { chosenClaimsSql } from './claims-sql';
import { projectsNow, projectWhere } from './filter-sql';

/** One page of a list; a file takes all rows. */
export interface Rows {
  readonly limit: number;
  readonly offset: number;
}

/** The rows that come after one that was given before; after as many as came before it, where it is gone by now. */
export interface RowsAfter {
  readonly limit: number;
  readonly after: { readonly slug: string; readonly position: number } | null;
}

export interface OnlyRow {
  readonly slug: string;
}

/**
 * Every column of the list of projects, in the order asked for: what the page shows and the file holds. The rows are
 * chosen first and described after, so that a page describes only its own.
 */
export function projectListSql(
  filter: ProjectFilter,
  today: IsoDate,
  language: string,
  rows?: Rows | RowsAfter | OnlyRow,
): Prisma.Sql {
  return Prisma.sql`
    with numbered as (${numberedProjectsSql(filter, today, language)}),
    chosen as (
      select * from numbered ${rows ? partOf(rows) : Prisma.empty}
    ),
    place_label as materialized (
      select slug, place_name_in(slug, ${language}) as name from current_place
    )
    select
      p.slug, p.version, p.published_at, p.title, p.title_is_official_name, p.description,
      p.sector::text, p.subsector, code_label_in('subsector', p.subsector, ${language}) as subsector_label,
      p.programme_slug, p.part_of_slug, p.landmark_slug,
      place.slugs as place_slugs, place.names as place_names,
      p.status::text, p.status_as_stated, p.status_on_first, p.status_on_last, p.status_on_precision::text,
      p.in_use_note, coalesce(p.is_on_hold, false) as is_on_hold, p.on_hold_reason,
      p.baseline_start_on_first, p.baseline_start_on_last, p.baseline_start_on_precision::text,
      p.baseline_first as baseline_end_on_first, p.baseline_last as baseline_end_on_last,
      p.baseline_precision::text as baseline_end_on_precision, p.baseline_reason,
      p.promised_first as promised_end_on_first, p.promised_last as promised_end_on_last,
      p.promised_precision::text as promised_end_on_precision,
      p.actual_start_on_first, p.actual_start_on_last, p.actual_start_on_precision::text,
      p.actual_end_on_first, p.actual_end_on_last, p.actual_end_on_precision::text,
      p.slipped_least_days, p.slipped_most_days, p.late_by_days, p.passed_by_days,
      progress.percent::float8 as progress_percent, progress.on_first as progress_on_first,
      progress.on_last as progress_on_last, progress.on_precision::text as progress_on_precision,
      progress.report_slug as progress_report_slug, progress.claims as progress_claims,
      progress.lowest::float8 as progress_lowest_percent, progress.highest::float8 as progress_highest_percent,
      p.last_report_on, p.is_unreported,
      budget.kind::text as budget_kind, budget.amount_minor_units as budget_minor_units, budget.currency::text as budget_currency,
      budget.period_first as budget_period_first, budget.period_last as budget_period_last,
      budget.period_precision::text as budget_period_precision,
      p.verification::text, p.obtained::text, p.confidence::text, p.tier, p.note,
      p.stated_by_slug, stated_by.name as stated_by_name, p.reported_by,
      p.source_slug, source.title as source_title, source.publisher as source_publisher, source.url as source_url
    from chosen p
    left join latest_organisation stated_by on stated_by.slug = p.stated_by_slug
    left join latest_source source on source.slug = p.source_slug
    left join lateral (${budgetSql}) as budget on true
    left join lateral (${progressSql}) as progress on true
    left join lateral (
      select array_agg(at_place.place_slug order by at_place.position) as slugs,
        array_agg(coalesce(place_label.name, at_place.place_slug) order by at_place.position) as names
      from project_place at_place
      left join place_label on place_label.slug = at_place.place_slug
      where at_place.version_id = p.id
    ) as place on true
    order by p.row_number`;
}

/** The projects of a filter, each as `p` of `projectsNow` with its state, and with its `row_number` in the order asked for. */
export function numberedProjectsSql(filter: ProjectFilter, today: IsoDate, language: string): Prisma.Sql {
  return Prisma.sql`
    select p.*, now.*,
      row_number() over (order by ${orderOf(filter, language)}) as row_number
    from ${projectsNow(today)}
    ${filter.sort === 'budget' ? Prisma.sql`left join lateral (${budgetSql}) as budget on true` : Prisma.empty}
    ${filter.sort === 'progress' ? Prisma.sql`left join lateral (${progressSql}) as progress on true` : Prisma.empty}
    where ${projectWhere(filter)}`;
}

function partOf(rows: Rows | RowsAfter | OnlyRow): Prisma.Sql {
  if ('slug' in rows) return Prisma.sql`where slug = ${rows.slug}`;
  if ('offset' in rows) return Prisma.sql`order by row_number limit ${rows.limit} offset ${rows.offset}`;
  const { after, limit } = rows;
  const isAfter = after
    ? Prisma.sql`where row_number > coalesce((select n.row_number from numbered n where n.slug = ${after.slug}), ${after.position})`
    : Prisma.empty;
  return Prisma.sql`${isAfter} order by row_number limit ${limit}`;
}

/** Of project `p`: the percentage that stands by the published rule, with how many claims stand and their range. */
export const progressSql = Prisma.sql`
  select chosen.value as percent, r.reference_on_first as on_first, r.reference_on_last as on_last,
    r.reference_on_precision as on_precision, r.slug as report_slug, chosen.claims, chosen.lowest, chosen.highest
  from (${chosenClaimsSql(
    {
      kind: 'progress_report',
      rows: Prisma.sql`
        select '' as series, 'physicalProgressPercent' as field, r.slug, r.physical_progress_percent as value,
          coalesce(r.reference_on_last, '-infinity') as on_last, r.verification::text, source.published_on_last as source_on
        from current_progress_report r
        left join latest_source source on source.slug = r.source_slug
        where r.project_slug = p.slug and r.physical_progress_percent is not null`,
    },
    'preferred',
  )}) chosen
  join current_progress_report r on r.slug = chosen.slug`;

/** Of project `p`: what was approved for it, else the next nearer to a promise of money; never a sum. */
const budgetSql = Prisma.sql`
  select b.kind, b.amount_minor_units, b.currency, b.period_first, b.period_last, b.period_precision
  from current_budget_line b
  where b.project_slug = p.slug and b.kind in ('approved', 'funded', 'draft', 'requested', 'required')
  order by array_position(array['approved', 'funded', 'draft', 'requested', 'required'], b.kind::text),
    b.period_last desc, b.slug
  limit 1`;

/** Unknown comes last, whichever way. Amounts of different currencies are not compared: each currency by itself. */
function orderOf({ sort, isAscending }: ProjectFilter, language: string): Prisma.Sql {
  const direction = isAscending ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`;
  const name = Prisma.sql`p.title collate ${collation(language)}`;
  const keys: Record<ProjectSort, Prisma.Sql> = {
    name: Prisma.sql`${name} ${direction}`,
    status: Prisma.sql`p.status ${direction}`,
    progress: Prisma.sql`progress.percent ${direction}`,
    promised: Prisma.sql`now.promised_last ${direction}`,
    slipped: Prisma.sql`now.slipped_most_days ${direction}, now.slipped_least_days ${direction}`,
    budget: Prisma.sql`budget.currency, budget.amount_minor_units ${direction}`,
    'last-report': Prisma.sql`now.last_report_on ${direction}`,
  };
  return sort === 'name' ? Prisma.sql`${keys.name}, p.slug` : Prisma.sql`${keys[sort]}, ${name}, p.slug`;
}

/** The order of letters of a language, as PostgreSQL names it. */
function collation(language: string): Prisma.Sql {
  return /^[a-z]{2}$/.test(language) ? Prisma.raw(`"${language}-x-icu"`) : Prisma.raw('"und-x-icu"');
}
