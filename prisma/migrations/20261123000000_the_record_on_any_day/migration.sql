-- The public reads the record under names that do not say when: current_<kind>, latest_<kind>, public_revision. Which day they
-- speak of is the search path's: `public` is now; `said` is what the record said at an instant (as of); `happened` is what had
-- happened by a day, as far as the record of that instant knows (until). A query is written once and asked of any day.

create schema said;
create schema happened;

-- The two days are asked for once a query, by `(select ...)`: as plain calls they would be asked for once a row.

-- The first instant that no longer counts: the end of the day asked for. Without a setting all that was ever published counts.
create function said.before_instant() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('cornerstone.before_instant', true), '')::timestamptz, 'infinity')
$$;

create function happened.by_day() returns date language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('cornerstone.by_day', true), '')::date, 'infinity')
$$;

-- When a row speaks of something that had happened, as a condition on its columns. What has no date cannot be placed in time and
-- is left out; kinds that are not named here (places, sources, codes ...) do not happen, they are.
create function happened_by_day(kind text) returns text language sql immutable as $$
  select case kind
    when 'progress_report' then 'reference_on_last <= (select happened.by_day())'
    when 'resettlement' then 'reference_on_last <= (select happened.by_day())'
    when 'readiness' then 'reference_on_last <= (select happened.by_day())'
    when 'context_fact' then 'reference_on_last <= (select happened.by_day())'
    when 'condition' then 'observed_on_last <= (select happened.by_day())'
    when 'target' then 'stated_on_last <= (select happened.by_day())'
    when 'contract' then 'coalesce(signed_on_last, starts_on_last) <= (select happened.by_day())'
    -- An amount spent is known at the end of its period; an amount promised belongs to its period from the start.
    when 'budget_line' then 'case when kind = ''spent'' then period_last else period_first end <= (select happened.by_day())'
    else 'true'
  end
$$;

create procedure make_public_views() language plpgsql as $$
declare
  kind text;
  version_table text;
  old record;
begin
  for old in
    select schemaname, viewname from pg_views
    where schemaname in ('public', 'said', 'happened')
      and (viewname ~ '^(current|latest)_' or viewname = 'public_revision')
  loop
    execute format('drop view if exists %I.%I cascade', old.schemaname, old.viewname);
  end loop;

  for version_table in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname ~ '_version$' order by c.relname
  loop
    kind := regexp_replace(version_table, '_version$', '');
    execute format('create view public.%I as select * from public.%I where superseded_at is null',
      'latest_' || kind, version_table);
    execute format('create view public.%I as select * from public.%I where superseded_at is null and not is_withdrawn',
      'current_' || kind, version_table);

    execute format('create view said.%I as select * from public.%I
      where published_at < (select said.before_instant()) and (superseded_at is null or superseded_at >= (select said.before_instant()))',
      'latest_' || kind, version_table);
    execute format('create view said.%I as select * from said.%I where not is_withdrawn',
      'current_' || kind, 'latest_' || kind);

    if kind = 'project' then
      call make_projects_until_a_day();
    elsif kind = 'milestone' then
      execute format('create view happened.latest_milestone as select %s from said.latest_milestone', columns_with(version_table,
        '{"actual_on_first": "case when actual_on_last <= (select happened.by_day()) then actual_on_first end",
          "actual_on_last": "case when actual_on_last <= (select happened.by_day()) then actual_on_last end",
          "actual_on_precision": "case when actual_on_last <= (select happened.by_day()) then actual_on_precision end"}'));
    else
      execute format('create view happened.%I as select * from said.%I where %s',
        'latest_' || kind, 'latest_' || kind, happened_by_day(kind));
    end if;
    execute format('create view happened.%I as select * from happened.%I where not is_withdrawn',
      'current_' || kind, 'latest_' || kind);
  end loop;

  create view public.public_revision as select * from public.revision;
  create view said.public_revision as select * from public.revision where published_at < (select said.before_instant());
  create view happened.public_revision as select * from said.public_revision;

  create view public.current_place_ancestry as
    with recursive up (slug, ancestor_slug, depth) as (
      select slug, slug, 0 from public.current_place
      union all
      select up.slug, p.parent_slug, up.depth + 1
      from up join public.current_place p on p.slug = up.ancestor_slug
      where p.parent_slug is not null and up.depth < 12
    )
    select slug, ancestor_slug, depth from up;
  create view said.current_place_ancestry as
    with recursive up (slug, ancestor_slug, depth) as (
      select slug, slug, 0 from said.current_place
      union all
      select up.slug, p.parent_slug, up.depth + 1
      from up join said.current_place p on p.slug = up.ancestor_slug
      where p.parent_slug is not null and up.depth < 12
    )
    select slug, ancestor_slug, depth from up;
  create view happened.current_place_ancestry as select * from said.current_place_ancestry;
end $$;

-- The columns of a table, some of them given by an expression instead.
create function columns_with(named text, instead jsonb) returns text language sql stable as $$
  select string_agg(coalesce('(' || (instead->>column_name) || ') as ', '') || quote_ident(column_name), ', ' order by ordinal_position)
  from information_schema.columns where table_schema = 'public' and table_name = named
$$;

-- A project by a day. Its status is what the record says of it, where that was said by then; else that it was done, where its end
-- had come; else what the latest report of that time says; else underway, where it had begun; else planned, where a date had
-- been promised. A project of which nothing was known by then is not there. What came later is not known yet.
-- Reports are read once for all projects, in the order of an index: looked up project by project they would cost ten times as much.
create procedure make_projects_until_a_day() language plpgsql as $$
begin
  execute format('create view happened.latest_project as select %s from said.latest_project p
    left join (
      select distinct on (project_slug) project_slug, status, reference_on_first, reference_on_last, reference_on_precision
      from said.current_progress_report
      where status is not null and reference_on_last <= (select happened.by_day())
      order by project_slug, reference_on_last desc, slug
    ) as report on report.project_slug = p.slug
    left join (
      select distinct on (project_slug) project_slug, reference_on_last as last_on
      from said.current_progress_report
      where kind <> ''plan'' and reference_on_last <= (select happened.by_day())
      order by project_slug, reference_on_last desc nulls last
    ) as seen on seen.project_slug = p.slug
    left join (
      select project_slug, max(reference_on_last) as last_on
      from said.current_progress_report
      where promised_end_on_last is not null and reference_on_last <= (select happened.by_day())
      group by project_slug
    ) as promised on promised.project_slug = p.slug
    cross join lateral (
      select case
        when p.status_on_last <= (select happened.by_day()) then ''said''
        when p.actual_end_on_last <= (select happened.by_day()) then ''ended''
        when report.status is not null then ''reported''
        when p.actual_start_on_last <= (select happened.by_day()) then ''begun''
        when seen.last_on is not null then ''seen''
        when promised.last_on is not null then ''promised''
      end as known_by
    ) as known
    where known.known_by is not null', columns_with('project_version', jsonb_build_object(
    'status', $sql$case known.known_by
      when 'said' then p.status
      when 'ended' then case when p.status in ('completed', 'in_use') then p.status else 'completed'::"ProjectStatus" end
      when 'reported' then report.status
      when 'promised' then 'planned'::"ProjectStatus"
      else 'underway'::"ProjectStatus" end$sql$,
    'status_on_first', $sql$case known.known_by when 'said' then p.status_on_first when 'ended' then p.actual_end_on_first
      when 'reported' then report.reference_on_first when 'begun' then p.actual_start_on_first
      when 'seen' then seen.last_on else promised.last_on end$sql$,
    'status_on_last', $sql$case known.known_by when 'said' then p.status_on_last when 'ended' then p.actual_end_on_last
      when 'reported' then report.reference_on_last when 'begun' then p.actual_start_on_last
      when 'seen' then seen.last_on else promised.last_on end$sql$,
    'status_on_precision', $sql$case known.known_by when 'said' then p.status_on_precision when 'ended' then p.actual_end_on_precision
      when 'reported' then report.reference_on_precision when 'begun' then p.actual_start_on_precision
      else 'day'::"DatePrecision" end$sql$,
    'status_as_stated', $sql$case when known.known_by = 'said' then p.status_as_stated end$sql$,
    'is_on_hold', $sql$case when known.known_by = 'said' then p.is_on_hold end$sql$,
    'on_hold_reason', $sql$case when known.known_by = 'said' then p.on_hold_reason end$sql$,
    'in_use_note', $sql$case when known.known_by = 'said' then p.in_use_note end$sql$,
    'forecast_end_on_first', $sql$case when known.known_by = 'said' then p.forecast_end_on_first end$sql$,
    'forecast_end_on_last', $sql$case when known.known_by = 'said' then p.forecast_end_on_last end$sql$,
    'forecast_end_on_precision', $sql$case when known.known_by = 'said' then p.forecast_end_on_precision end$sql$,
    'actual_start_on_first', $sql$case when p.actual_start_on_last <= (select happened.by_day()) then p.actual_start_on_first end$sql$,
    'actual_start_on_last', $sql$case when p.actual_start_on_last <= (select happened.by_day()) then p.actual_start_on_last end$sql$,
    'actual_start_on_precision', $sql$case when p.actual_start_on_last <= (select happened.by_day()) then p.actual_start_on_precision end$sql$,
    'actual_end_on_first', $sql$case when p.actual_end_on_last <= (select happened.by_day()) then p.actual_end_on_first end$sql$,
    'actual_end_on_last', $sql$case when p.actual_end_on_last <= (select happened.by_day()) then p.actual_end_on_last end$sql$,
    'actual_end_on_precision', $sql$case when p.actual_end_on_last <= (select happened.by_day()) then p.actual_end_on_precision end$sql$
  )));
end $$;

call make_public_views();

-- The two functions of names ask the views, so that they too speak of the day asked for.
create or replace function place_name_in(place_slug text, language text) returns text language sql stable as $$
  select coalesce((
    select n.name
    from place_name n join latest_place v on v.id = n.version_id
    where v.slug = place_slug
    order by n.language = $2 desc, n.language = 'en' desc, n.is_main is true desc, n.position
    limit 1), place_slug)
$$;

create or replace function code_label_in(list text, code text, language text) returns text language sql stable as $$
  select case when $2 is null then null else coalesce((
    select l.label
    from code_label l join latest_code v on v.id = l.version_id
    where v.list::text = $1 and v.code = $2
    order by l.language = $3 desc, l.language = 'en' desc, l.position
    limit 1), $2) end
$$;

-- One index serves every day, now among them: it holds from when and until when each version counts, and everything that counting
-- asks of it, so that wide rows are not read. It takes the place of those that held current versions alone.
drop index progress_report_promise, progress_report_by_date, progress_report_by_project;
create index progress_report_by_project on progress_report_version (project_slug, reference_on_last desc nulls last)
  include (published_at, superseded_at, is_withdrawn, kind, promised_end_on_last)
  where not is_withdrawn;
create index progress_report_promise on progress_report_version (project_slug, reference_on_last, slug)
  include (promised_end_on_first, promised_end_on_last, promised_end_on_precision, published_at, superseded_at, is_withdrawn)
  where promised_end_on_last is not null and reference_on_last is not null;
create index progress_report_status on progress_report_version (project_slug, reference_on_last desc, slug)
  include (status, reference_on_first, reference_on_precision, published_at, superseded_at, is_withdrawn)
  where status is not null;
create index project_for_counting on project_version (slug)
  include (id, published_at, superseded_at, is_withdrawn, sector, status, status_on_last, verification, part_of_slug, landmark_slug,
    baseline_end_on_first, baseline_end_on_last, baseline_end_on_precision,
    forecast_end_on_first, forecast_end_on_last, forecast_end_on_precision,
    actual_start_on_last, actual_end_on_first, actual_end_on_last)
  where not is_withdrawn;

-- What belongs to a project, a place or a landmark is looked up by it on any day.
drop index milestone_by_project, contract_by_project, budget_line_by_project, condition_by_landmark, resettlement_by_place,
  readiness_by_place, target_by_place, place_by_parent, project_by_part, project_by_landmark;
create index milestone_by_project on milestone_version (project_slug);
create index contract_by_project on contract_version (project_slug);
create index budget_line_by_project on budget_line_version (project_slug);
create index condition_by_landmark on condition_version (landmark_slug);
create index resettlement_by_place on resettlement_version (place_slug, reference_on_last);
create index readiness_by_place on readiness_version (place_slug, service);
create index target_by_place on target_version (place_slug);
create index place_by_parent on place_version (parent_slug);
create index project_by_part on project_version (part_of_slug) where part_of_slug is not null;
create index project_by_landmark on project_version (landmark_slug) where landmark_slug is not null;
