-- Small counts of returnees never leave the database for the public: what it sees of each version of a resettlement is decided when
-- the version is published and stored beside it for ever, and the views that the public reads know nothing else.

CREATE TYPE "DisclosureReason" AS ENUM ('shown', 'already_public', 'before_the_rule', 'small', 'would_reveal', 'without_date');

ALTER TABLE "resettlement_version" ADD COLUMN     "already_public" BOOLEAN,
ADD COLUMN     "public_because" TEXT;

CREATE TABLE "resettlement_disclosure" (
    "version_id" UUID NOT NULL,
    "totals_shown" BOOLEAN NOT NULL,
    "breakdown_shown" BOOLEAN NOT NULL,
    "totals_because" "DisclosureReason" NOT NULL,
    "breakdown_because" "DisclosureReason" NOT NULL,
    "threshold" INTEGER NOT NULL,

    CONSTRAINT "resettlement_disclosure_pkey" PRIMARY KEY ("version_id")
);

ALTER TABLE "resettlement_disclosure" ADD CONSTRAINT "resettlement_disclosure_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "resettlement_version"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table resettlement_version
  add constraint what_was_public_says_why check (already_public is not true or public_because is not null);
alter table resettlement_disclosure
  add constraint a_breakdown_is_never_shown_alone check (totals_shown or not breakdown_shown);

-- What was published before there was this rule has been seen: it counts as known.
insert into resettlement_disclosure
select id, true, true, 'before_the_rule', 'before_the_rule', 0 from resettlement_version;

create trigger it_comes_with_its_version before insert on resettlement_disclosure
  for each row execute function only_with_its_version('resettlement_version');
create trigger what_is_decided_stays before update or delete on resettlement_disclosure
  for each row execute function nothing_changes_here();
create trigger what_is_decided_is_not_emptied before truncate on resettlement_disclosure
  for each statement execute function nothing_changes_here();

-- Without a decision nothing is shown. Words in which a withheld number may stand are withheld with it.

create view shown_resettlement_breakdown as
  select b.id, b.version_id, b.position, b.sex, b.age_from, b.age_to,
    case when d.breakdown_shown then b.persons end as persons,
    d.breakdown_shown is not true as persons_withheld
  from resettlement_breakdown b left join resettlement_disclosure d on d.version_id = b.version_id;

-- What a revision says in public: in the place of each number that is withheld stands the word `withheld`.
create function shown_content(slug text, version integer, content jsonb) returns jsonb language sql stable as $$
  select case when d.totals_shown and d.breakdown_shown then content else
    content || jsonb_build_object('note', null)
    || case when d.totals_shown then '{}' else jsonb_build_object(
      'families', case when jsonb_typeof(content->'families') = 'number' then 'withheld' end,
      'persons', case when jsonb_typeof(content->'persons') = 'number' then 'withheld' end,
      'personsPerFamily', null) end
    || jsonb_build_object('breakdown', coalesce((
      select jsonb_agg(part || '{"persons": "withheld"}' order by position)
      from jsonb_array_elements(content->'breakdown') with ordinality as parts (part, position)), '[]')) end
  from (select 1) as one
  left join public.resettlement_version v on v.slug = $1 and v.version = $2
  left join public.resettlement_disclosure d on d.version_id = v.id
  where content is not null
$$;

create function is_shown_whole(slug text, least_version integer, most_version integer) returns boolean language sql stable as $$
  select coalesce(bool_and(d.totals_shown is true and d.breakdown_shown is true), false)
  from public.resettlement_version v left join public.resettlement_disclosure d on d.version_id = v.id
  where v.slug = $1 and v.version between $2 and $3
$$;

create procedure make_shown_resettlement() language plpgsql as $$
begin
  drop view if exists public.shown_resettlement cascade;
  execute format('create view public.shown_resettlement as select %s,
      d.totals_shown is not true and families is not null as families_withheld,
      d.totals_shown is not true and persons is not null as persons_withheld
    from public.resettlement_version left join public.resettlement_disclosure d on d.version_id = id',
    columns_with('resettlement_version',
      '{"families": "case when d.totals_shown then families end",
        "persons": "case when d.totals_shown then persons end",
        "persons_per_family": "case when d.totals_shown then persons_per_family end",
        "note": "case when d.totals_shown and d.breakdown_shown then note end"}'));
end $$;

-- As before, but that resettlements and their revisions are read as they are shown.
create or replace procedure make_public_views() language plpgsql as $$
declare
  kind text;
  version_table text;
  shown_table text;
  old record;
begin
  for old in
    select schemaname, viewname from pg_views
    where schemaname in ('public', 'said', 'happened')
      and (viewname ~ '^(current|latest)_' or viewname in ('public_revision', 'project_then'))
  loop
    execute format('drop view if exists %I.%I cascade', old.schemaname, old.viewname);
  end loop;

  call make_shown_resettlement();

  for version_table in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname ~ '_version$' order by c.relname
  loop
    kind := regexp_replace(version_table, '_version$', '');
    shown_table := case kind when 'resettlement' then 'shown_resettlement' else version_table end;
    execute format('create view public.%I as select * from public.%I where superseded_at is null',
      'latest_' || kind, shown_table);
    execute format('create view public.%I as select * from public.%I where superseded_at is null and not is_withdrawn',
      'current_' || kind, shown_table);

    execute format('create view said.%I as select * from public.%I
      where published_at < (select said.before_instant()) and (superseded_at is null or superseded_at >= (select said.before_instant()))',
      'latest_' || kind, shown_table);
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

  execute format('create view public.public_revision as select %s from public.revision', columns_with('revision',
    '{"before": "case when kind = ''resettlement'' then public.shown_content(slug, version - 1, before) else before end",
      "after": "case when kind = ''resettlement'' then public.shown_content(slug, version, after) else after end",
      "reason": "case when kind <> ''resettlement'' or public.is_shown_whole(slug, version - 1, version) then reason end"}'));
  create view said.public_revision as select * from public.public_revision where published_at < (select said.before_instant());
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

call make_public_views();
