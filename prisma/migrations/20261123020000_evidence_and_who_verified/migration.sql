-- Files that are kept as evidence, and who has verified a figure.

-- One row for each file as it is served: a photo in two widths, or a document. What was uploaded is kept too, and never served.
create table evidence_file (
  hash text primary key,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  pages integer,
  small_hash text,
  small_bytes integer,
  original_hash text not null,
  original_media_type text not null,
  original_bytes integer not null,
  uploaded_by_id uuid not null references app_user (id) on delete restrict on update cascade,
  uploaded_at timestamptz(3) not null default current_timestamp,
  constraint evidence_hashes_are_sha256 check (
    hash ~ '^[0-9a-f]{64}$' and original_hash ~ '^[0-9a-f]{64}$' and (small_hash is null or small_hash ~ '^[0-9a-f]{64}$')),
  constraint what_was_uploaded_is_never_what_is_served check (original_hash <> hash and original_hash <> small_hash),
  constraint evidence_is_a_photo_or_a_document check (
    (media_type = 'image/jpeg' and num_nulls(width, height, small_hash, small_bytes) = 0 and pages is null)
    or (media_type = 'application/pdf' and num_nonnulls(width, height, small_hash, small_bytes) = 0 and pages is not null)),
  constraint evidence_is_not_empty check (bytes > 0 and original_bytes > 0 and small_bytes > 0 and width > 0 and height > 0 and pages > 0)
);
create index evidence_file_uploaded_by_id_idx on evidence_file (uploaded_by_id);
create index evidence_file_original_hash_idx on evidence_file (original_hash);
-- Who took a file in, and may see it before it is published.
create index audit_event_subject_idx on audit_event (subject);

create trigger what_is_kept_stays before update or delete on evidence_file
  for each row execute function nothing_changes_here();
create trigger what_is_kept_is_not_emptied before truncate on evidence_file
  for each statement execute function nothing_changes_here();

-- The copies that a source lists are its evidence: each names a stored file by its hash. What kind of file it is and how large
-- stands with the file.
create type "PairSide" as enum ('before', 'after');

alter table source_copy rename to source_evidence;
alter table source_evidence rename constraint source_copy_pkey to source_evidence_pkey;
alter table source_evidence rename constraint source_copy_version_id_fkey to source_evidence_version_id_fkey;
alter index source_copy_version_id_position_key rename to source_evidence_version_id_position_key;
alter table source_evidence rename column sha256 to hash;
alter table source_evidence rename column description to caption;
alter table source_evidence
  drop column kind,
  drop column media_type,
  drop column byte_count,
  add column taken_on_first date,
  add column taken_on_last date,
  add column taken_on_precision "DatePrecision",
  add column project_slug text references project (slug) on delete restrict on update restrict,
  add column landmark_slug text references landmark (slug) on delete restrict on update restrict,
  add column place_slug text references place (slug) on delete restrict on update restrict,
  add column pair text,
  add column side "PairSide",
  add constraint taken_on_is_whole check (
    num_nulls(taken_on_first, taken_on_last, taken_on_precision) in (0, 3) and (taken_on_first is null or taken_on_first <= taken_on_last)),
  add constraint a_pair_has_its_side check (num_nulls(pair, side) in (0, 2)),
  -- Not of what was listed before files were kept here.
  add constraint source_evidence_hash_fkey foreign key (hash) references evidence_file (hash) on delete restrict on update restrict not valid;
drop type "EvidenceKind";
create index source_evidence_hash_idx on source_evidence (hash);
create index source_evidence_project_slug_idx on source_evidence (project_slug);
create index source_evidence_landmark_slug_idx on source_evidence (landmark_slug);

-- Drafts that were begun before: the form shows the new list when they are opened again.
update submission_change set content = content - 'copies'
where kind = 'source' and content ? 'copies'
  and submission_id in (select id from submission where state in ('draft', 'returned'));

-- Who has verified a figure: an organisation, named, and not the one that states it. What was published as verified before this
-- was asked stays as it is, and can still be corrected.
create function verified_by_someone() returns trigger language plpgsql as $$
begin
  if new.verification = 'verified' and new.verified_by_slug is null then
    raise exception '% % is verified: name who has verified it', tg_table_name, new.slug;
  end if;
  return new;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array[
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
    execute format('alter table %I
      add column verified_by_slug text,
      add constraint %I foreign key (verified_by_slug) references organisation (slug) on delete restrict on update restrict,
      add constraint %I check (verified_by_slug is null or (verification = ''verified'' and verified_by_slug <> stated_by_slug))',
      name, name || '_verified_by_slug_fkey', name || '_is_verified_by_another');
    execute format('create trigger who_verified_is_named before insert on %I for each row execute function verified_by_someone()', name);
  end loop;
end $$;

call make_public_views();
