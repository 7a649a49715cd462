-- Whose history a revision belongs to, and the names of those who agreed to be named.

-- What a revision speaks of, before and after: a report moved from one project to another stands in the history of both. These
-- columns only find revisions; what a revision says in public is read from `public_revision` alone.
create view revision_trace as
  select sequence, kind, slug, after->>'projectSlug' as project_slug, after->>'placeSlug' as place_slug,
    after->>'landmarkSlug' as landmark_slug, after->>'populationGroup' as population_group, after->>'kind' as own_kind
  from revision
  union all
  select sequence, kind, slug, before->>'projectSlug', before->>'placeSlug',
    before->>'landmarkSlug', before->>'populationGroup', before->>'kind'
  from revision where before is not null;

create index revision_after_project on revision ((after->>'projectSlug')) where after->>'projectSlug' is not null;
create index revision_after_place on revision ((after->>'placeSlug')) where after->>'placeSlug' is not null;
create index revision_after_landmark on revision ((after->>'landmarkSlug')) where after->>'landmarkSlug' is not null;
create index revision_before_project on revision ((before->>'projectSlug')) where before->>'projectSlug' is not null;
create index revision_before_place on revision ((before->>'placeSlug')) where before->>'placeSlug' is not null;
create index revision_before_landmark on revision ((before->>'landmarkSlug')) where before->>'landmarkSlug' is not null;

-- A reason kind fits what happens to the record. What was published before this was asked stays as it is.
alter table revision add constraint a_reason_kind_fits_its_change check (
  case action
    when 'add' then reason_kind in ('first_publication', 'new_report')
    when 'change' then reason_kind not in ('first_publication', 'withdrawn')
    else reason_kind <> 'first_publication'
  end) not valid;

-- People are named in public only where they agreed, and only as long as they agree. The name at that time is kept beside the
-- revision, not in it: it never changes with the account, and a revision can be proven without it.
ALTER TABLE "app_user" ADD COLUMN     "is_named_in_public" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "revision_name" (
    "revision_id" UUID NOT NULL,
    "submitted_by_name" TEXT,
    "approved_by_name" TEXT,

    CONSTRAINT "revision_name_pkey" PRIMARY KEY ("revision_id")
);

-- AddForeignKey
ALTER TABLE "revision_name" ADD CONSTRAINT "revision_name_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table revision_name add constraint somebody_is_named check (num_nonnulls(submitted_by_name, approved_by_name) > 0);

create function only_who_agreed() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from revision r
    join app_user submitter on submitter.id = r.submitted_by_id
    join app_user approver on approver.id = r.approved_by_id
    where r.id = new.revision_id
      -- With its revision, in one transaction: agreeing later names nobody in what was published before.
      and r.xmin::text = pg_current_xact_id()::xid::text
      and (new.submitted_by_name is null or submitter.is_named_in_public)
      and (new.approved_by_name is null or approver.is_named_in_public)
  ) then
    return new;
  end if;
  raise exception 'revision %: only who agreed is named, and only as it is published', new.revision_id;
end $$;
create trigger only_who_agreed before insert on revision_name for each row execute function only_who_agreed();
create trigger what_is_published_stays before update or delete on revision_name
  for each row execute function nothing_changes_here();
create trigger what_is_published_is_not_emptied before truncate on revision_name
  for each statement execute function nothing_changes_here();

-- What anyone may see of it: who no longer agrees is no longer named, on any day that is asked of.
create view public_revision_name as
  select r.sequence,
    case when submitter.is_named_in_public then n.submitted_by_name end as submitted_by_name,
    case when approver.is_named_in_public then n.approved_by_name end as approved_by_name
  from revision_name n
  join revision r on r.id = n.revision_id
  join app_user submitter on submitter.id = r.submitted_by_id
  join app_user approver on approver.id = r.approved_by_id;

-- Pages that are kept are made anew when somebody agrees or no longer agrees: the head of the record tells of it.
ALTER TABLE "record_head" ADD COLUMN     "naming_count" BIGINT NOT NULL DEFAULT 0;
