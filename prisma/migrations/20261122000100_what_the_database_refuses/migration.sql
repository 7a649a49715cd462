-- What no command may ever store, whichever code path tries. The words are those of docs/glossary.md.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- A published version is final: its only change is that its period closes.

create function only_close_the_period() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null
     and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
    return new;
  end if;
  raise exception '% % is published: propose a correction instead', tg_table_name, old.slug;
end $$;

create function nothing_changes_here() returns trigger language plpgsql as $$
begin
  raise exception '% is published and final: % is refused', tg_table_name, lower(tg_op);
end $$;

-- A row of a list belongs to its version from the start: none is added to a version that was published before.
create function only_with_its_version() returns trigger language plpgsql as $$
declare
  is_of_this_transaction boolean;
begin
  execute format('select xmin::text = pg_current_xact_id()::xid::text from %I where id = $1', tg_argv[0])
    into is_of_this_transaction using new.version_id;
  if is_of_this_transaction then
    return new;
  end if;
  raise exception '%: its version is published and final', tg_table_name;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array[
    'code_version',
    'source_version',
    'organisation_version',
    'place_version',
    'programme_version',
    'landmark_version',
    'project_version',
    'contract_version',
    'milestone_version',
    'condition_version',
    'context_fact_version',
    'budget_line_version',
    'progress_report_version',
    'resettlement_version',
    'target_version',
    'readiness_version'
  ] loop
    execute format('create trigger a_published_version_is_final before update or delete on %I
      for each row execute function only_close_the_period()', name);
    execute format('create trigger published_versions_are_not_emptied before truncate on %I
      for each statement execute function nothing_changes_here()', name);
    execute format('create unique index %I on %I (slug) where superseded_at is null', 'one_current_' || name, name);
    execute format('alter table %I add constraint %I exclude using gist
      (slug with =, tstzrange(published_at, superseded_at) with &&)', name, name || '_one_at_a_time');
    execute format('alter table %I
      add constraint %I check (superseded_at is null or superseded_at > published_at),
      add constraint %I check (version >= 1)', name, name || '_ends_after_it_begins', name || '_counts_from_one');
  end loop;

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
    'readiness',
    'code_label',
    'source_copy',
    'organisation_name',
    'place_name',
    'place_member',
    'programme_further_source',
    'landmark_name',
    'landmark_community',
    'landmark_designation',
    'landmark_further_source',
    'project_place',
    'project_party',
    'project_measure',
    'project_further_source',
    'contract_amendment',
    'progress_report_quantity',
    'resettlement_breakdown',
    'revision'
  ] loop
    execute format('create trigger what_is_published_stays before update or delete on %I
      for each row execute function nothing_changes_here()', name);
    execute format('create trigger what_is_published_is_not_emptied before truncate on %I
      for each statement execute function nothing_changes_here()', name);
  end loop;
end $$;

create trigger it_comes_with_its_version before insert on code_label
  for each row execute function only_with_its_version('code_version');
create trigger it_comes_with_its_version before insert on source_copy
  for each row execute function only_with_its_version('source_version');
create trigger it_comes_with_its_version before insert on organisation_name
  for each row execute function only_with_its_version('organisation_version');
create trigger it_comes_with_its_version before insert on place_name
  for each row execute function only_with_its_version('place_version');
create trigger it_comes_with_its_version before insert on place_member
  for each row execute function only_with_its_version('place_version');
create trigger it_comes_with_its_version before insert on programme_further_source
  for each row execute function only_with_its_version('programme_version');
create trigger it_comes_with_its_version before insert on landmark_name
  for each row execute function only_with_its_version('landmark_version');
create trigger it_comes_with_its_version before insert on landmark_community
  for each row execute function only_with_its_version('landmark_version');
create trigger it_comes_with_its_version before insert on landmark_designation
  for each row execute function only_with_its_version('landmark_version');
create trigger it_comes_with_its_version before insert on landmark_further_source
  for each row execute function only_with_its_version('landmark_version');
create trigger it_comes_with_its_version before insert on project_place
  for each row execute function only_with_its_version('project_version');
create trigger it_comes_with_its_version before insert on project_party
  for each row execute function only_with_its_version('project_version');
create trigger it_comes_with_its_version before insert on project_measure
  for each row execute function only_with_its_version('project_version');
create trigger it_comes_with_its_version before insert on project_further_source
  for each row execute function only_with_its_version('project_version');
create trigger it_comes_with_its_version before insert on contract_amendment
  for each row execute function only_with_its_version('contract_version');
create trigger it_comes_with_its_version before insert on progress_report_quantity
  for each row execute function only_with_its_version('progress_report_version');
create trigger it_comes_with_its_version before insert on resettlement_breakdown
  for each row execute function only_with_its_version('resettlement_version');

-- A date has a first and a last day and a precision, or is not known at all.

do $$
declare
  one record;
begin
  for one in select * from (values
    ('source_version', 'published_on'),
    ('programme_version', 'starts_on'),
    ('programme_version', 'ends_on'),
    ('programme_version', 'status_on'),
    ('project_version', 'status_on'),
    ('project_version', 'baseline_start_on'),
    ('project_version', 'baseline_end_on'),
    ('project_version', 'forecast_end_on'),
    ('project_version', 'actual_start_on'),
    ('project_version', 'actual_end_on'),
    ('contract_version', 'signed_on'),
    ('contract_version', 'starts_on'),
    ('contract_version', 'ends_on'),
    ('contract_amendment', 'amended_on'),
    ('contract_amendment', 'new_ends_on'),
    ('milestone_version', 'planned_on'),
    ('milestone_version', 'forecast_on'),
    ('milestone_version', 'actual_on'),
    ('condition_version', 'observed_on'),
    ('condition_version', 'imagery_on'),
    ('context_fact_version', 'reference_on'),
    ('budget_line_version', 'period'),
    ('progress_report_version', 'reference_on'),
    ('progress_report_version', 'promised_end_on'),
    ('resettlement_version', 'reference_on'),
    ('target_version', 'due_on'),
    ('target_version', 'stated_on'),
    ('readiness_version', 'reference_on'),
    ('readiness_version', 'promised_on')
  ) as dates (table_name, field) loop
    execute format('alter table %I add constraint %I check (
      num_nulls(%I, %I, %I) in (0, 3) and (%I is null or %I <= %I))',
      one.table_name, one.field || '_is_whole',
      one.field || '_first', one.field || '_last', one.field || '_precision',
      one.field || '_first', one.field || '_first', one.field || '_last');
  end loop;
end $$;

-- Figures.

alter table progress_report_version
  add constraint physical_progress_is_a_percentage check (physical_progress_percent between 0 and 100),
  add constraint spent_is_not_negative check (spent_minor_units >= 0),
  add constraint spent_has_a_currency check (spent_minor_units is null or currency is not null),
  add constraint a_report_has_its_date check (reference_on_first is not null or obtained = 'recalled');
alter table progress_report_quantity add constraint quantity_is_not_negative check (quantity >= 0);
alter table project_measure add constraint planned_quantity_is_not_negative check (planned_quantity >= 0);
alter table project_version
  add constraint a_project_is_not_part_of_itself check (part_of_slug <> slug),
  add constraint weight_is_not_negative check (part_weight >= 0),
  add constraint on_hold_has_its_reason check (is_on_hold is not true or on_hold_reason is not null);
alter table place_version
  add constraint a_place_does_not_lie_in_itself check (parent_slug <> slug),
  add constraint a_point_has_both check (num_nulls(latitude, longitude) in (0, 2)),
  add constraint a_point_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180);
alter table landmark_version
  add constraint a_landmark_point_has_both check (num_nulls(latitude, longitude) in (0, 2)),
  add constraint a_landmark_point_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180);
alter table contract_version
  add constraint value_is_not_negative check (value_minor_units >= 0),
  add constraint value_has_a_currency check (value_minor_units is null or currency is not null);
alter table budget_line_version
  add constraint amount_is_not_negative check (amount_minor_units >= 0),
  add constraint an_amount_is_for_something check (num_nonnulls(programme_slug, project_slug, place_slug) >= 1);
alter table resettlement_version
  add constraint counts_are_not_negative check (families >= 0 and persons >= 0),
  add constraint something_is_counted check (num_nonnulls(families, persons) >= 1),
  add constraint an_estimate_names_its_factor check (persons_method <> 'estimated' or persons_per_family is not null),
  add constraint a_count_has_its_date check (reference_on_first is not null or obtained = 'recalled');
alter table target_version
  add constraint a_target_is_not_negative check (value >= 0),
  add constraint a_target_is_for_something check (num_nonnulls(programme_slug, place_slug) >= 1);
alter table context_fact_version
  add constraint a_fact_has_its_date check (reference_on_first is not null or obtained = 'recalled');

-- Two pairs of eyes, and a history without gaps.

alter table submission
  add constraint nobody_decides_their_own_submission check (reviewer_id is null or reviewer_id <> author_id),
  add constraint a_decision_has_a_reviewer check (state not in ('approved', 'rejected', 'returned') or reviewer_id is not null),
  add constraint sent_back_with_words check (state not in ('returned', 'rejected') or length(decision_note) > 0),
  add constraint what_is_approved_was_hashed check (state <> 'approved' or content_hash is not null);
alter table revision
  add constraint nobody_approves_their_own check (submitted_by_id <> approved_by_id),
  add constraint a_change_has_its_reason check (action = 'add' or length(reason) > 0),
  add constraint a_new_record_has_nothing_before check ((action = 'add') = (before is null)),
  add constraint sequence_counts_from_one check (sequence >= 1);

create function only_towards_an_end() returns trigger language plpgsql as $$
begin
  if old.state in ('approved', 'rejected') then
    raise exception 'submission % is %: it is final', old.id, old.state;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger a_decided_submission_is_final before update or delete on submission
  for each row execute function only_towards_an_end();

create function only_while_it_is_open() returns trigger language plpgsql as $$
declare
  its_state "SubmissionState";
begin
  select state into its_state from submission
  where id = case tg_op when 'DELETE' then old.submission_id else new.submission_id end;
  if its_state in ('draft', 'returned') or its_state is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'the submission is %: its changes are fixed', its_state;
end $$;
create trigger changes_are_fixed_once_submitted before insert or update or delete on submission_change
  for each row execute function only_while_it_is_open();

create trigger what_was_done_stays_written before update or delete on audit_event
  for each row execute function nothing_changes_here();
create trigger what_was_done_is_not_emptied before truncate on audit_event
  for each statement execute function nothing_changes_here();

insert into record_head (id, revision_count) values (1, 0);
alter table record_head add constraint there_is_one_head check (id = 1);
create function the_head_only_advances() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.revision_count >= old.revision_count
     and (old.last_published_at is null or new.last_published_at >= old.last_published_at) then
    perform pg_notify('record_published', new.revision_count::text);
    return new;
  end if;
  raise exception 'the head of the record only advances';
end $$;
create trigger the_head_only_advances before update or delete on record_head
  for each row execute function the_head_only_advances();
