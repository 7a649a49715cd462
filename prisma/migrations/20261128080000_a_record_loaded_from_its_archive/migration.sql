-- A record that is loaded from its archive holds what was public and nothing else: of a count that is withheld it knows that there
-- is one, not which. Such a number is null and said to be not held, so that it is never taken for unknown, and never shown.

alter type "DisclosureReason" add value 'not_held';

alter table resettlement_version
  add column families_not_held boolean not null default false,
  add column persons_not_held boolean not null default false,
  drop constraint something_is_counted,
  add constraint something_is_counted check (num_nonnulls(families, persons) >= 1 or families_not_held or persons_not_held),
  drop constraint an_estimate_names_its_factor,
  add constraint an_estimate_names_its_factor check (
    persons_method <> 'estimated' or persons_per_family is not null or families_not_held or persons_not_held),
  add constraint what_is_not_held_has_no_number check (
    not (families_not_held and families is not null) and not (persons_not_held and persons is not null)),
  add constraint families_and_persons_are_held_together check (
    not (families_not_held or persons_not_held) or num_nonnulls(families, persons) = 0);
alter table resettlement_breakdown alter column persons drop not null;

-- What is not held cannot be shown: it would read as unknown.
create function what_is_not_held_is_withheld() returns trigger language plpgsql as $$
begin
  if (new.totals_shown and exists (
    select 1 from resettlement_version where id = new.version_id and (families_not_held or persons_not_held)
  )) or (new.breakdown_shown and exists (
    select 1 from resettlement_breakdown where version_id = new.version_id and persons is null
  )) then
    raise exception 'version %: a number that is not held here stays withheld', new.version_id;
  end if;
  return new;
end $$;
create trigger what_is_not_held_is_withheld before insert on resettlement_disclosure
  for each row execute function what_is_not_held_is_withheld();

-- Of a file of evidence the archive has what is served, not what was sent.
alter table evidence_file
  alter column original_hash drop not null,
  alter column original_media_type drop not null,
  alter column original_bytes drop not null,
  add constraint what_was_sent_is_known_whole_or_not check (num_nulls(original_hash, original_media_type, original_bytes) in (0, 3));

-- As before (why a count is called public is kept with it), but that the word `withheld` in the place of a number stays what it is.
create or replace function shown_content(slug text, version integer, content jsonb) returns jsonb language sql stable as $$
  select case when d.totals_shown and d.breakdown_shown then content else
    content || jsonb_build_object('note', null, 'publicBecause', null)
    || case when d.totals_shown then '{}' else jsonb_build_object(
      'families', case when jsonb_typeof(content->'families') in ('number', 'string') then 'withheld' end,
      'persons', case when jsonb_typeof(content->'persons') in ('number', 'string') then 'withheld' end,
      'personsPerFamily', null) end
    || jsonb_build_object('breakdown', coalesce((
      select jsonb_agg(part || '{"persons": "withheld"}' order by position)
      from jsonb_array_elements(content->'breakdown') with ordinality as parts (part, position)), '[]')) end
  from (select 1) as one
  left join public.resettlement_version v on v.slug = $1 and v.version = $2
  left join public.resettlement_disclosure d on d.version_id = v.id
  where content is not null
$$;

create or replace procedure make_shown_resettlement() language plpgsql as $$
begin
  drop view if exists public.shown_resettlement cascade;
  execute format('create view public.shown_resettlement as select %s,
      d.totals_shown is not true and (families is not null or families_not_held) as families_withheld,
      d.totals_shown is not true and (persons is not null or persons_not_held) as persons_withheld
    from public.resettlement_version left join public.resettlement_disclosure d on d.version_id = id',
    columns_with('resettlement_version',
      '{"families": "case when d.totals_shown then families end",
        "persons": "case when d.totals_shown then persons end",
        "persons_per_family": "case when d.totals_shown then persons_per_family end",
        "note": "case when d.totals_shown and d.breakdown_shown then note end",
        "public_because": "case when d.totals_shown and d.breakdown_shown then public_because end"}'));
end $$;

call make_public_views();
