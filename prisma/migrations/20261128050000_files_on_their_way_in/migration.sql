-- A file that somebody brings is read, compared and shown before it becomes one submission. What stands here is never public.

create type "ImportState" as enum ('uploaded', 'mapping', 'checking', 'previewed', 'proposed', 'dropped');
create type "ImportOutcome" as enum ('create', 'change', 'stay', 'fail');

create table import_run (
  id uuid not null,
  author_id uuid not null,
  table_name text,
  file_name text not null,
  bytes bigint not null,
  sha256 text not null,
  state "ImportState" not null default 'uploaded',
  file_answers jsonb not null default '{}',
  layout_hash text,
  mapping jsonb,
  answers jsonb not null default '{}',
  found jsonb,
  conventions jsonb,
  own_scheme text,
  refusal jsonb,
  attempt integer not null default 0,
  checked_to integer not null default 0,
  progress_done bigint not null default 0,
  progress_all bigint not null default 0,
  creates integer not null default 0,
  changes integer not null default 0,
  stays integer not null default 0,
  fails integer not null default 0,
  left_out jsonb not null default '{}',
  groups jsonb not null default '[]',
  submission_id uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint import_run_pkey primary key (id),
  constraint a_file_has_its_hash check (sha256 ~ '^[0-9a-f]{64}$' and bytes > 0),
  constraint a_table_is_chosen_first check (table_name is not null or state in ('uploaded', 'dropped')),
  constraint nothing_is_guessed_silently check (
    state in ('uploaded', 'mapping', 'dropped')
    or mapping is not null and (conventions is not null or state = 'checking')
  ),
  constraint what_is_proposed_is_a_submission check ((state = 'proposed') = (submission_id is not null)),
  constraint counts_count check (least(creates, changes, stays, fails, checked_to, attempt) >= 0)
);

create table import_row (
  run_id uuid not null,
  number integer not null,
  outcome "ImportOutcome" not null,
  slug text,
  base_version integer,
  content jsonb,
  findings jsonb,
  duplicates jsonb,
  move double precision,
  own_scheme text,
  own_identifier text,
  constraint import_row_pkey primary key (run_id, number),
  constraint a_row_says_what_it_would_do check (
    case outcome
      when 'create' then slug is not null and content is not null and base_version is null
      when 'change' then slug is not null and content is not null and base_version is not null
      when 'stay' then slug is not null and content is null
      else findings is not null
    end
  ),
  constraint an_identifier_stands_in_books check ((own_scheme is null) = (own_identifier is null))
);

create table import_layout (
  author_id uuid not null,
  table_name text not null,
  layout_hash text not null,
  choices jsonb not null,
  updated_at timestamptz(3) not null default current_timestamp,
  constraint import_layout_pkey primary key (author_id, table_name, layout_hash)
);

create table own_identifier (
  kind "RecordKind" not null,
  scheme text not null,
  identifier text not null,
  slug text not null,
  submission_id uuid not null,
  constraint own_identifier_pkey primary key (submission_id, kind, scheme, identifier)
);

create unique index import_run_submission_id_key on import_run (submission_id);
create index import_run_author_id_updated_at_idx on import_run (author_id, updated_at);
create index import_run_state_updated_at_idx on import_run (state, updated_at);
create index import_row_run_id_slug_idx on import_row (run_id, slug);
create index own_identifier_kind_scheme_identifier_idx on own_identifier (kind, scheme, identifier);

alter table import_run add constraint import_run_author_id_fkey
  foreign key (author_id) references app_user (id) on delete restrict on update cascade;
alter table import_run add constraint import_run_submission_id_fkey
  foreign key (submission_id) references submission (id) on delete restrict on update cascade;
alter table import_row add constraint import_row_run_id_fkey
  foreign key (run_id) references import_run (id) on delete cascade on update cascade;
alter table import_layout add constraint import_layout_author_id_fkey
  foreign key (author_id) references app_user (id) on delete restrict on update cascade;
alter table own_identifier add constraint own_identifier_submission_id_fkey
  foreign key (submission_id) references submission (id) on delete cascade on update cascade;

-- A run ends once, and its rows end with it: what was brought is in the submission, or gone.
create function the_end_of_a_run() returns trigger language plpgsql as $$
begin
  if old.state in ('proposed', 'dropped') then
    raise exception 'import run % is %: it is final', old.id, old.state;
  end if;
  if new.state in ('proposed', 'dropped') then
    delete from import_row where run_id = new.id;
  end if;
  return new;
end $$;
create trigger a_run_ends_once before update on import_run for each row execute function the_end_of_a_run();

-- Only what is published is undone, and once: by one submission that is on its way or approved.
alter table submission add column undoes_id uuid;
alter table submission add constraint submission_undoes_id_fkey
  foreign key (undoes_id) references submission (id) on delete restrict on update cascade;
alter table submission add constraint nothing_undoes_itself check (undoes_id <> id);
create unique index undone_once on submission (undoes_id) where state not in ('rejected', 'withdrawn');
create function only_what_is_published_is_undone() returns trigger language plpgsql as $$
begin
  if new.undoes_id is not null and not exists (
    select 1 from submission where id = new.undoes_id and state = 'approved'
  ) then
    raise exception 'submission % is not published: there is nothing to undo', new.undoes_id;
  end if;
  return new;
end $$;
create trigger only_what_is_published_is_undone before insert or update of undoes_id on submission
  for each row execute function only_what_is_published_is_undone();
