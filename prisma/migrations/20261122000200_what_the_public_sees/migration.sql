-- What the public may see now: current versions that are not withdrawn. Public queries read these views alone.

do $$
declare
  name text;
begin
  foreach name in array array[
    'code',
    'source',
    'organisation',
    'place',
    'programme',
    'landmark',
    'project',
    'contract',
    'milestone',
    'condition',
    'context_fact',
    'budget_line',
    'progress_report',
    'resettlement',
    'target',
    'readiness'
  ] loop
    execute format('create view %I as select * from %I where superseded_at is null and not is_withdrawn',
      'current_' || name, name || '_version');
  end loop;
end $$;

-- The name a place is shown under: the heading name of the reader's language, else of English, else any, else its identifier.
create function place_name_in(place_slug text, language text) returns text language sql stable as $$
  select coalesce((
    select n.name
    from place_name n join place_version v on v.id = n.version_id
    where v.slug = place_slug and v.superseded_at is null
    order by n.language = $2 desc, n.language = 'en' desc, n.is_main is true desc, n.position
    limit 1), place_slug)
$$;

-- The label of a code in the reader's language, else in English, else the code itself.
create function code_label_in(list text, code text, language text) returns text language sql stable as $$
  select case when $2 is null then null else coalesce((
    select l.label
    from code_label l join code_version v on v.id = l.version_id
    where v.list::text = $1 and v.code = $2 and v.superseded_at is null
    order by l.language = $3 desc, l.language = 'en' desc, l.position
    limit 1), $2) end
$$;

-- A place and everything above it; zones lie across districts and roll up into nothing.
create view current_place_ancestry as
  with recursive up (slug, ancestor_slug, depth) as (
    select slug, slug, 0 from current_place
    union all
    select up.slug, p.parent_slug, up.depth + 1
    from up join current_place p on p.slug = up.ancestor_slug
    where p.parent_slug is not null and up.depth < 12
  )
  select slug, ancestor_slug, depth from up;

-- Text for search: case, marks and the letter schwa folded. Stated immutable because its dictionary never changes here.
create function folded(words text) returns text language sql immutable parallel safe as $$
  select translate(public.unaccent('public.unaccent'::regdictionary, lower(words)), 'əıё', 'eiе')
$$;

-- A cell that a spreadsheet would run as a formula is disarmed by a leading apostrophe; numbers are not text and stay numbers.
create function disarmed(words text) returns text language sql immutable parallel safe as $$
  select case when words ~ E'^[=+\\-@\t\r＝＋－＠]' then '''' || words else words end
$$;

create index progress_report_by_project on progress_report_version (project_slug, reference_on_last) where superseded_at is null;
create index milestone_by_project on milestone_version (project_slug) where superseded_at is null;
create index contract_by_project on contract_version (project_slug) where superseded_at is null;
create index budget_line_by_project on budget_line_version (project_slug) where superseded_at is null;
create index condition_by_landmark on condition_version (landmark_slug) where superseded_at is null;
create index resettlement_by_place on resettlement_version (place_slug, reference_on_last) where superseded_at is null;
create index readiness_by_place on readiness_version (place_slug, service) where superseded_at is null;
create index target_by_place on target_version (place_slug) where superseded_at is null;
create index project_by_part on project_version (part_of_slug) where superseded_at is null and part_of_slug is not null;
create index project_by_landmark on project_version (landmark_slug) where superseded_at is null and landmark_slug is not null;
create index project_place_by_place on project_place (place_slug, version_id);
create index place_by_parent on place_version (parent_slug) where superseded_at is null;
create index place_name_folded on place_name using gin (folded(name) gin_trgm_ops);
create index project_title_folded on project_version using gin (folded(title) gin_trgm_ops) where superseded_at is null;
