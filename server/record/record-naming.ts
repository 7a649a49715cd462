import 'server-only';
import type { RecordKind } from '@/domain/record/kinds';
import { Prisma } from '@/prisma/generated/client/client';

/** How a record of each kind is named in lists and found by search; `r` is its current version. */
export interface RecordNaming {
  readonly title: Prisma.Sql;
  /** What tells it from others of the same name: where, when, by whom. */
  readonly hint: Prisma.Sql;
  /** Every word it can be found by, names in all languages and spellings included. */
  readonly words: Prisma.Sql;
}

export function recordNaming(kind: RecordKind, locale: string): RecordNaming {
  const { sql } = Prisma;
  const place = (slug: Prisma.Sql) => sql`place_name_in(${slug}, ${locale})`;
  const label = (list: string, code: Prisma.Sql) => sql`code_label_in(${list}, ${code}, ${locale})`;
  const project = sql`(select p.title from current_project p where p.slug = r.project_slug)`;
  const programme = sql`(select p.title from current_programme p where p.slug = r.programme_slug)`;
  const source = sql`(select s.publisher from current_source s where s.slug = r.source_slug)`;
  const landmark = sql`(select l.title from current_landmark l where l.slug = r.landmark_slug)`;
  const named = (table: string) =>
    sql`(select string_agg(n.name, ' ') from ${Prisma.raw(table)} n where n.version_id = r.id)`;
  const all = (...parts: Prisma.Sql[]) => sql`concat_ws(' · ', ${Prisma.join(parts)})`;
  const naming = (
    title: Prisma.Sql,
    hint: Prisma.Sql,
    words: Prisma.Sql = sql`concat_ws(' ', ${title}, ${hint})`,
  ): RecordNaming => ({
    title,
    hint,
    words: sql`concat_ws(' ', ${words}, replace(r.slug, '-', ' '))`,
  });

  switch (kind) {
    case 'code': {
      const labels = sql`(select string_agg(l.label, ' ') from code_label l where l.version_id = r.id)`;
      return naming(sql`code_label_in(r.list::text, r.code, ${locale})`, all(sql`r.list::text`, sql`r.unit`), labels);
    }
    case 'source':
      return naming(
        sql`r.title`,
        all(sql`r.publisher`, dateText('published_on')),
        sql`concat_ws(' ', r.title, r.publisher, r.url)`,
      );
    case 'organisation':
      return naming(sql`r.name`, sql`r.website`, sql`concat_ws(' ', r.name, ${named('organisation_name')})`);
    case 'place': {
      const parent = sql`case when r.parent_slug is not null then ${place(sql`r.parent_slug`)} end`;
      return naming(place(sql`r.slug`), all(sql`r.type::text`, parent), named('place_name'));
    }
    case 'programme':
      return naming(sql`r.title`, all(dateText('starts_on'), dateText('ends_on')));
    case 'landmark':
      return naming(
        sql`r.title`,
        all(label('landmark_kind', sql`r.kind`), place(sql`r.place_slug`)),
        sql`concat_ws(' ', r.title, ${named('landmark_name')}, ${place(sql`r.place_slug`)})`,
      );
    case 'project': {
      const places = sql`(select string_agg(${place(sql`pp.place_slug`)}, ', ' order by pp.position) from project_place pp where pp.version_id = r.id)`;
      const placeWords = sql`(select string_agg(n.name, ' ') from project_place pp join current_place cp on cp.slug = pp.place_slug join place_name n on n.version_id = cp.id where pp.version_id = r.id)`;
      return naming(
        sql`r.title`,
        all(label('subsector', sql`r.subsector`), places),
        sql`concat_ws(' ', r.title, ${placeWords})`,
      );
    }
    case 'contract':
      return naming(sql`r.title`, all(project, dateText('signed_on')));
    case 'milestone':
      return naming(
        sql`r.title`,
        all(project, sql`coalesce(${dateText('actual_on')}, ${dateText('forecast_on')}, ${dateText('planned_on')})`),
      );
    case 'condition':
      return naming(all(landmark, sql`r.condition::text`), all(dateText('observed_on'), source));
    case 'context_fact':
      return naming(
        sql`left(r.statement, 120)`,
        all(label('fact_category', sql`r.category`), dateText('reference_on')),
        sql`r.statement`,
      );
    case 'budget_line':
      return naming(
        all(sql`coalesce(${programme}, ${project}, ${place(sql`r.place_slug`)})`, sql`r.kind::text`),
        all(dateText('period'), sql`r.currency`, source),
      );
    case 'progress_report':
      return naming(project, all(dateText('reference_on'), source));
    case 'resettlement':
      return naming(
        all(place(sql`r.place_slug`), label('population_group', sql`r.population_group`)),
        all(dateText('reference_on'), sql`replace(r.counting::text, '_', ' ')`, source),
        sql`concat_ws(' ', (select string_agg(n.name, ' ') from current_place cp join place_name n on n.version_id = cp.id where cp.slug = r.place_slug), ${dateText('reference_on')})`,
      );
    case 'target':
      return naming(
        all(
          sql`coalesce(${programme}, ${place(sql`r.place_slug`)})`,
          sql`coalesce(${label('measure', sql`r.measure`)}, ${label('population_group', sql`r.population_group`)})`,
        ),
        all(sql`trim_scale(r.value)::text`, dateText('due_on')),
      );
    case 'disagreement':
      return naming(
        sql`r.title`,
        all(
          sql`replace(r.nature::text, '_', ' ')`,
          sql`coalesce(${project}, ${landmark}, case when r.place_slug is not null then ${place(sql`r.place_slug`)} end)`,
        ),
      );
    case 'readiness':
      return naming(
        all(place(sql`r.place_slug`), label('service', sql`r.service`)),
        all(sql`replace(r.state::text, '_', ' ')`, dateText('reference_on')),
        sql`concat_ws(' ', (select string_agg(n.name, ' ') from current_place cp join place_name n on n.version_id = cp.id where cp.slug = r.place_slug), r.service)`,
      );
  }
}

/** A date column as precisely as it is known, as people type it: `2024-06-30`, `2024-06`, `2024-Q2`, `2024`. */
function dateText(column: string): Prisma.Sql {
  const [first, last, precision] = ['first', 'last', 'precision'].map((part) => Prisma.raw(`r.${column}_${part}`));
  return Prisma.sql`case ${precision}::text
    when 'day' then to_char(${first}, 'YYYY-MM-DD')
    when 'month' then to_char(${first}, 'YYYY-MM')
    when 'quarter' then to_char(${first}, 'YYYY-"Q"Q')
    when 'half' then to_char(${first}, 'YYYY-"H"') || case when extract(month from ${first}) < 7 then '1' else '2' end
    when 'year' then to_char(${first}, 'YYYY')
    when 'span' then to_char(${first}, 'YYYY-MM-DD') || '/' || to_char(${last}, 'YYYY-MM-DD') end`;
}
