-- What sources say differently about one thing: the claims stand side by side, one may be preferred, none disappears. And a running
-- total names its event, where the same group moved more than once.

-- CreateEnum
CREATE TYPE "DisagreementNature" AS ENUM ('rival_claims', 'moved_promise', 'note');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('progress_report', 'resettlement', 'budget_line', 'condition', 'milestone', 'contract', 'context_fact', 'readiness', 'project', 'target', 'landmark');

-- CreateEnum
CREATE TYPE "ClaimField" AS ENUM ('families', 'persons', 'physicalProgressPercent', 'quantities', 'measures', 'value', 'amountMinorUnits', 'valueMinorUnits', 'kind', 'status', 'state', 'condition', 'referenceOn', 'observedOn', 'promisedEndOn', 'forecastEndOn', 'actualStartOn', 'actualOn', 'dueOn', 'description', 'statement');

-- AlterEnum
ALTER TYPE "RecordKind" ADD VALUE 'disagreement';

-- AlterTable
ALTER TABLE "resettlement_version" ADD COLUMN     "event" TEXT;

-- CreateTable
CREATE TABLE "disagreement" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "disagreement_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "disagreement_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "nature" "DisagreementNature" NOT NULL,
    "project_slug" TEXT,
    "place_slug" TEXT,
    "landmark_slug" TEXT,
    "preferred_reason" TEXT,
    "explanation" TEXT NOT NULL,

    CONSTRAINT "disagreement_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disagreement_claim" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "record_kind" "ClaimKind",
    "record_slug" TEXT,
    "field" "ClaimField",
    "value" TEXT,
    "stated_by_slug" TEXT,
    "source_slug" TEXT,
    "is_preferred" BOOLEAN,

    CONSTRAINT "disagreement_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disagreement_statement" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "source_slug" TEXT NOT NULL,

    CONSTRAINT "disagreement_statement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "disagreement_version_revision_id_key" ON "disagreement_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "disagreement_version_slug_version_key" ON "disagreement_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "disagreement_claim_version_id_position_key" ON "disagreement_claim"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "disagreement_statement_version_id_position_key" ON "disagreement_statement"("version_id", "position");

-- AddForeignKey
ALTER TABLE "disagreement_version" ADD CONSTRAINT "disagreement_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_version" ADD CONSTRAINT "disagreement_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_version" ADD CONSTRAINT "disagreement_version_landmark_slug_fkey" FOREIGN KEY ("landmark_slug") REFERENCES "landmark"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_version" ADD CONSTRAINT "disagreement_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "disagreement"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_version" ADD CONSTRAINT "disagreement_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreement_claim" ADD CONSTRAINT "disagreement_claim_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_claim" ADD CONSTRAINT "disagreement_claim_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_claim" ADD CONSTRAINT "disagreement_claim_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "disagreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disagreement_statement" ADD CONSTRAINT "disagreement_statement_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_statement" ADD CONSTRAINT "disagreement_statement_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "disagreement_statement" ADD CONSTRAINT "disagreement_statement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "disagreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create index "claims_by_record" on disagreement_claim (record_kind, record_slug);
create index disagreement_by_project on disagreement_version (project_slug) where superseded_at is null and project_slug is not null;
create index disagreement_by_place on disagreement_version (place_slug) where superseded_at is null and place_slug is not null;
create index disagreement_by_landmark on disagreement_version (landmark_slug) where superseded_at is null and landmark_slug is not null;

-- What every kind of record has: see what_the_database_refuses.

create trigger a_published_version_is_final before update or delete on disagreement_version
  for each row execute function only_close_the_period();
create trigger published_versions_are_not_emptied before truncate on disagreement_version
  for each statement execute function nothing_changes_here();
create unique index one_current_disagreement_version on disagreement_version (slug) where superseded_at is null;
alter table disagreement_version
  add constraint disagreement_version_one_at_a_time exclude using gist (slug with =, tstzrange(published_at, superseded_at) with &&),
  add constraint disagreement_version_ends_after_it_begins check (superseded_at is null or superseded_at > published_at),
  add constraint disagreement_version_counts_from_one check (version >= 1);

do $$
declare
  name text;
begin
  foreach name in array array['disagreement', 'disagreement_claim', 'disagreement_statement'] loop
    execute format('create trigger what_is_published_stays before update or delete on %I
      for each row execute function nothing_changes_here()', name);
    execute format('create trigger what_is_published_is_not_emptied before truncate on %I
      for each statement execute function nothing_changes_here()', name);
  end loop;
end $$;

create trigger it_comes_with_its_version before insert on disagreement_claim
  for each row execute function only_with_its_version('disagreement_version');
create trigger it_comes_with_its_version before insert on disagreement_statement
  for each row execute function only_with_its_version('disagreement_version');

-- A claim is a record, or a value with who states it and where; one record of a kind that is named is there.

alter table disagreement_claim
  add constraint a_record_has_its_kind check (num_nulls(record_kind, record_slug) in (0, 2)),
  add constraint a_claim_is_on_record_or_stated check (
    record_slug is not null or num_nulls(value, stated_by_slug, source_slug) = 0);

create function a_claim_is_on_record() returns trigger language plpgsql as $$
declare
  is_there boolean;
begin
  if new.record_kind is null then
    return new;
  end if;
  execute format('select exists (select 1 from %I where slug = $1)', new.record_kind) into is_there using new.record_slug;
  if is_there then
    return new;
  end if;
  raise exception 'there is no % %', new.record_kind, new.record_slug;
end $$;
create trigger a_claim_is_on_record before insert on disagreement_claim
  for each row execute function a_claim_is_on_record();

-- A preference is one choice, and has its reason.

create unique index at_most_one_claim_is_preferred on disagreement_claim (version_id) where is_preferred;

create function a_preference_has_its_reason() returns trigger language plpgsql as $$
begin
  if new.is_preferred is true and exists (
    select 1 from disagreement_version v
    where v.id = new.version_id and (v.preferred_reason is null or v.nature <> 'rival_claims')
  ) then
    raise exception 'a preferred claim has rivals and a reason';
  end if;
  return new;
end $$;
create trigger a_preference_has_its_reason before insert on disagreement_claim
  for each row execute function a_preference_has_its_reason();

call make_public_views();
