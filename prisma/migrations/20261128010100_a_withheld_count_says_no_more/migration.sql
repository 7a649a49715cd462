-- Why a count is called public is written in words, and words may tell the number. Of a count that is withheld they are kept from the
-- public with it, in the record and in each of its revisions, as its note is.
create or replace function shown_content(slug text, version integer, content jsonb) returns jsonb language sql stable as $$
  select case when d.totals_shown and d.breakdown_shown then content else
    content || jsonb_build_object('note', null, 'publicBecause', null)
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

create or replace procedure make_shown_resettlement() language plpgsql as $$
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
        "note": "case when d.totals_shown and d.breakdown_shown then note end",
        "public_because": "case when d.totals_shown and d.breakdown_shown then public_because end"}'));
end $$;

call make_public_views();
