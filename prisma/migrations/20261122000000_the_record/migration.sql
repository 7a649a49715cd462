-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month', 'quarter', 'half', 'year', 'span');

-- CreateEnum
CREATE TYPE "CodeList" AS ENUM ('subsector', 'measure', 'service', 'population_group', 'role', 'landmark_kind', 'community', 'fact_category');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('housing', 'infrastructure', 'cultural');

-- CreateEnum
CREATE TYPE "TitleBasis" AS ENUM ('headline', 'description', 'slug', 'recalled');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('photo', 'document');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('official', 'alternate', 'historic', 'transliteration', 'not_stated');

-- CreateEnum
CREATE TYPE "PlaceType" AS ENUM ('region', 'district', 'city', 'town', 'village', 'site', 'zone');

-- CreateEnum
CREATE TYPE "Obtainment" AS ENUM ('found', 'recalled');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('reported', 'documented', 'verified', 'disputed');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "Qualifier" AS ENUM ('exact', 'about', 'at_least', 'at_most', 'range');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('proposed', 'planned', 'underway', 'completed', 'in_use', 'cancelled');

-- CreateEnum
CREATE TYPE "ProcurementMethod" AS ENUM ('open', 'selective', 'limited', 'direct', 'not_stated');

-- CreateEnum
CREATE TYPE "MilestoneType" AS ENUM ('foundation', 'start', 'approval', 'delivery', 'opening', 'handover', 'other');

-- CreateEnum
CREATE TYPE "ConditionState" AS ENUM ('standing', 'threatened', 'damaged', 'altered', 'destroyed', 'under_restoration', 'restored', 'unknown');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('definite', 'probable', 'possible', 'not_stated');

-- CreateEnum
CREATE TYPE "MoneyKind" AS ENUM ('required', 'requested', 'draft', 'approved', 'funded', 'contracted', 'spent');

-- CreateEnum
CREATE TYPE "Accumulation" AS ENUM ('in_period', 'cumulative');

-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('observation', 'start', 'plan', 'completed');

-- CreateEnum
CREATE TYPE "QuantityBasis" AS ENUM ('in_period', 'total_to_date', 'planned', 'capacity');

-- CreateEnum
CREATE TYPE "ResettlementKind" AS ENUM ('return', 'relocation', 'departure');

-- CreateEnum
CREATE TYPE "ResettlementStage" AS ENUM ('happened', 'announced');

-- CreateEnum
CREATE TYPE "Counting" AS ENUM ('running_total', 'single_group');

-- CreateEnum
CREATE TYPE "PersonsMethod" AS ENUM ('counted', 'estimated', 'not_stated');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male', 'all');

-- CreateEnum
CREATE TYPE "TargetMetric" AS ENUM ('families', 'persons', 'measure');

-- CreateEnum
CREATE TYPE "ReadinessState" AS ENUM ('ready', 'partly_ready', 'under_way', 'planned', 'not_ready', 'not_known');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('code', 'source', 'organisation', 'place', 'programme', 'landmark', 'project', 'contract', 'milestone', 'condition', 'context_fact', 'budget_line', 'progress_report', 'resettlement', 'target', 'readiness');

-- CreateEnum
CREATE TYPE "ReasonKind" AS ENUM ('first_publication', 'new_report', 'correction_of_error', 'source_changed', 'definition_changed', 'withdrawn');

-- CreateEnum
CREATE TYPE "ChangeAction" AS ENUM ('add', 'change', 'withdraw');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('form', 'starter', 'import', 'api');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('editor', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('invitation', 'reset', 'first_administrator');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "organisation_slug" TEXT,
    "password_hash" TEXT,
    "may_sign_in" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "limited_to_places" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "limited_to_sectors" "Sector"[] DEFAULT ARRAY[]::"Sector"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'draft',
    "channel" "Channel" NOT NULL DEFAULT 'form',
    "author_id" UUID NOT NULL,
    "reviewer_id" UUID,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT,
    "decision_note" TEXT,
    "idempotency_key" TEXT,
    "idempotency_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_change" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "action" "ChangeAction" NOT NULL,
    "base_version" INTEGER,
    "content" JSONB NOT NULL,
    "reason_kind" "ReasonKind" NOT NULL,
    "reason" TEXT,
    "answer" TEXT,

    CONSTRAINT "submission_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision_count" BIGINT NOT NULL DEFAULT 0,
    "last_published_at" TIMESTAMPTZ(3),

    CONSTRAINT "record_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "action" "ChangeAction" NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason_kind" "ReasonKind" NOT NULL,
    "reason" TEXT,
    "submission_id" UUID NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "submitted_by_role" "Role" NOT NULL,
    "submitted_by_organisation" TEXT,
    "approved_by_role" "Role" NOT NULL,
    "approved_by_organisation" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "code_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "code_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "list" "CodeList" NOT NULL,
    "code" TEXT NOT NULL,
    "meaning" TEXT,
    "unit" TEXT,
    "is_summable" BOOLEAN,
    "sector" "Sector",
    "standard_code" TEXT,
    "order" INTEGER,

    CONSTRAINT "code_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_label" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "code_label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "source_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_basis" "TitleBasis" NOT NULL,
    "url" TEXT,
    "published_on_first" DATE,
    "published_on_last" DATE,
    "published_on_precision" "DatePrecision",
    "language" TEXT,
    "note" TEXT,

    CONSTRAINT "source_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_copy" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "description" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_count" INTEGER,

    CONSTRAINT "source_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "organisation_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "note" TEXT,

    CONSTRAINT "organisation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "is_main" BOOLEAN,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "place_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "type" "PlaceType" NOT NULL,
    "parent_slug" TEXT,
    "latitude" DECIMAL(16,4),
    "longitude" DECIMAL(16,4),
    "point_precision_km" DECIMAL(16,4),
    "names_basis" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "source_slug" TEXT,
    "note" TEXT,

    CONSTRAINT "place_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_name" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "is_main" BOOLEAN,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_member" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place_slug" TEXT NOT NULL,

    CONSTRAINT "place_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "programme_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "title_is_official_name" BOOLEAN,
    "description" TEXT,
    "place_slug" TEXT,
    "lead_organisation_slug" TEXT,
    "starts_on_first" DATE,
    "starts_on_last" DATE,
    "starts_on_precision" "DatePrecision",
    "ends_on_first" DATE,
    "ends_on_last" DATE,
    "ends_on_precision" "DatePrecision",
    "status_as_stated" TEXT,
    "status_on_first" DATE,
    "status_on_last" DATE,
    "status_on_precision" "DatePrecision",
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,
    "confidence" "Confidence",
    "tier" INTEGER,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_further_source" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source_slug" TEXT NOT NULL,

    CONSTRAINT "programme_further_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmark" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "landmark_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "landmark_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place_slug" TEXT NOT NULL,
    "description" TEXT,
    "latitude" DECIMAL(16,4),
    "longitude" DECIMAL(16,4),
    "point_precision_km" DECIMAL(16,4),
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "landmark_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmark_name" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "NameKind" NOT NULL,
    "is_main" BOOLEAN,

    CONSTRAINT "landmark_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmark_community" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "community" TEXT NOT NULL,

    CONSTRAINT "landmark_community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmark_designation" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "designation" TEXT NOT NULL,
    "organisation_slug" TEXT,

    CONSTRAINT "landmark_designation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmark_further_source" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source_slug" TEXT NOT NULL,

    CONSTRAINT "landmark_further_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "project_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "title_is_official_name" BOOLEAN,
    "description" TEXT,
    "sector" "Sector" NOT NULL,
    "subsector" TEXT NOT NULL,
    "programme_slug" TEXT,
    "part_of_slug" TEXT,
    "part_weight" DECIMAL(16,4),
    "landmark_slug" TEXT,
    "geometry" JSONB,
    "status" "ProjectStatus" NOT NULL,
    "status_as_stated" TEXT,
    "status_on_first" DATE,
    "status_on_last" DATE,
    "status_on_precision" "DatePrecision",
    "is_on_hold" BOOLEAN,
    "on_hold_reason" TEXT,
    "in_use_note" TEXT,
    "baseline_start_on_first" DATE,
    "baseline_start_on_last" DATE,
    "baseline_start_on_precision" "DatePrecision",
    "baseline_end_on_first" DATE,
    "baseline_end_on_last" DATE,
    "baseline_end_on_precision" "DatePrecision",
    "baseline_reason" TEXT,
    "forecast_end_on_first" DATE,
    "forecast_end_on_last" DATE,
    "forecast_end_on_precision" "DatePrecision",
    "actual_start_on_first" DATE,
    "actual_start_on_last" DATE,
    "actual_start_on_precision" "DatePrecision",
    "actual_end_on_first" DATE,
    "actual_end_on_last" DATE,
    "actual_end_on_precision" "DatePrecision",
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,
    "confidence" "Confidence",
    "tier" INTEGER,

    CONSTRAINT "project_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_place" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place_slug" TEXT NOT NULL,

    CONSTRAINT "project_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_party" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organisation_slug" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "project_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_measure" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "planned_quantity" DECIMAL(16,4),
    "qualifier" "Qualifier",
    "unit_as_stated" TEXT,

    CONSTRAINT "project_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_further_source" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source_slug" TEXT NOT NULL,

    CONSTRAINT "project_further_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "contract_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "project_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "supplier_slug" TEXT NOT NULL,
    "buyer_slug" TEXT,
    "procurement_method" "ProcurementMethod" NOT NULL,
    "value_minor_units" BIGINT,
    "currency" CHAR(3),
    "signed_on_first" DATE,
    "signed_on_last" DATE,
    "signed_on_precision" "DatePrecision",
    "starts_on_first" DATE,
    "starts_on_last" DATE,
    "starts_on_precision" "DatePrecision",
    "ends_on_first" DATE,
    "ends_on_last" DATE,
    "ends_on_precision" "DatePrecision",
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "contract_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_amendment" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "amended_on_first" DATE NOT NULL,
    "amended_on_last" DATE NOT NULL,
    "amended_on_precision" "DatePrecision" NOT NULL,
    "reason" TEXT NOT NULL,
    "new_value_minor_units" BIGINT,
    "new_ends_on_first" DATE,
    "new_ends_on_last" DATE,
    "new_ends_on_precision" "DatePrecision",

    CONSTRAINT "contract_amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "milestone_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "project_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" "MilestoneType" NOT NULL,
    "planned_on_first" DATE,
    "planned_on_last" DATE,
    "planned_on_precision" "DatePrecision",
    "forecast_on_first" DATE,
    "forecast_on_last" DATE,
    "forecast_on_precision" "DatePrecision",
    "actual_on_first" DATE,
    "actual_on_last" DATE,
    "actual_on_precision" "DatePrecision",
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "milestone_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "condition_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "condition_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "landmark_slug" TEXT NOT NULL,
    "condition" "ConditionState" NOT NULL,
    "observed_on_first" DATE,
    "observed_on_last" DATE,
    "observed_on_precision" "DatePrecision",
    "imagery_on_first" DATE,
    "imagery_on_last" DATE,
    "imagery_on_precision" "DatePrecision",
    "cause" TEXT,
    "extent" TEXT,
    "certainty" "Certainty" NOT NULL,
    "statement" TEXT,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,
    "confidence" "Confidence",
    "tier" INTEGER,

    CONSTRAINT "condition_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "context_fact" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "context_fact_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "context_fact_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "category" TEXT NOT NULL,
    "place_slug" TEXT,
    "programme_slug" TEXT,
    "project_slug" TEXT,
    "landmark_slug" TEXT,
    "reference_on_first" DATE,
    "reference_on_last" DATE,
    "reference_on_precision" "DatePrecision",
    "value" DECIMAL(16,4),
    "unit" TEXT,
    "qualifier" "Qualifier",
    "statement" TEXT NOT NULL,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,
    "confidence" "Confidence",
    "tier" INTEGER,

    CONSTRAINT "context_fact_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "budget_line_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "programme_slug" TEXT,
    "project_slug" TEXT,
    "place_slug" TEXT,
    "kind" "MoneyKind" NOT NULL,
    "kind_as_stated" TEXT,
    "accumulation" "Accumulation" NOT NULL,
    "amount_minor_units" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "qualifier" "Qualifier",
    "period_first" DATE NOT NULL,
    "period_last" DATE NOT NULL,
    "period_precision" "DatePrecision" NOT NULL,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "budget_line_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "progress_report_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "project_slug" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "reference_on_first" DATE,
    "reference_on_last" DATE,
    "reference_on_precision" "DatePrecision",
    "physical_progress_percent" DECIMAL(16,4),
    "spent_minor_units" BIGINT,
    "currency" CHAR(3),
    "status" "ProjectStatus",
    "promised_end_on_first" DATE,
    "promised_end_on_last" DATE,
    "promised_end_on_precision" "DatePrecision",
    "narrative" TEXT,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "progress_report_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report_quantity" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "quantity" DECIMAL(16,4) NOT NULL,
    "qualifier" "Qualifier",
    "basis" "QuantityBasis" NOT NULL,
    "unit_as_stated" TEXT,

    CONSTRAINT "progress_report_quantity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resettlement" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "resettlement_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "resettlement_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "place_slug" TEXT NOT NULL,
    "kind" "ResettlementKind" NOT NULL,
    "population_group" TEXT NOT NULL,
    "stage" "ResettlementStage" NOT NULL,
    "counting" "Counting" NOT NULL,
    "reference_on_first" DATE,
    "reference_on_last" DATE,
    "reference_on_precision" "DatePrecision",
    "date_basis" TEXT,
    "families" INTEGER,
    "persons" INTEGER,
    "qualifier" "Qualifier",
    "persons_method" "PersonsMethod" NOT NULL,
    "persons_per_family" DECIMAL(16,4),
    "origin_place_slug" TEXT,
    "origin_as_stated" TEXT,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "resettlement_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resettlement_breakdown" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sex" "Sex" NOT NULL,
    "age_from" INTEGER,
    "age_to" INTEGER,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "resettlement_breakdown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "target_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "programme_slug" TEXT,
    "place_slug" TEXT,
    "metric" "TargetMetric" NOT NULL,
    "measure" TEXT,
    "population_group" TEXT,
    "value" DECIMAL(16,4) NOT NULL,
    "qualifier" "Qualifier",
    "due_on_first" DATE NOT NULL,
    "due_on_last" DATE NOT NULL,
    "due_on_precision" "DatePrecision" NOT NULL,
    "stated_on_first" DATE,
    "stated_on_last" DATE,
    "stated_on_precision" "DatePrecision",
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "target_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "readiness_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "readiness_version" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "is_withdrawn" BOOLEAN NOT NULL,
    "place_slug" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" "ReadinessState" NOT NULL,
    "reference_on_first" DATE NOT NULL,
    "reference_on_last" DATE NOT NULL,
    "reference_on_precision" "DatePrecision" NOT NULL,
    "promised_on_first" DATE,
    "promised_on_last" DATE,
    "promised_on_precision" "DatePrecision",
    "project_slug" TEXT,
    "statement" TEXT,
    "source_slug" TEXT NOT NULL,
    "stated_by_slug" TEXT NOT NULL,
    "reported_by" TEXT,
    "obtained" "Obtainment" NOT NULL,
    "verification" "Verification" NOT NULL,
    "note" TEXT,

    CONSTRAINT "readiness_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "submission_state_submitted_at_idx" ON "submission"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_author_id_idempotency_key_key" ON "submission"("author_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "submission_change_submission_id_kind_slug_key" ON "submission_change"("submission_id", "kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "submission_change_submission_id_position_key" ON "submission_change"("submission_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "revision_sequence_key" ON "revision"("sequence");

-- CreateIndex
CREATE INDEX "revision_published_at_idx" ON "revision"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "revision_kind_slug_version_key" ON "revision"("kind", "slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "code_version_revision_id_key" ON "code_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_version_slug_version_key" ON "code_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "code_label_version_id_position_key" ON "code_label"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "source_version_revision_id_key" ON "source_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_version_slug_version_key" ON "source_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "source_copy_version_id_position_key" ON "source_copy"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_version_revision_id_key" ON "organisation_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_version_slug_version_key" ON "organisation_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_version_id_position_key" ON "organisation_name"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "place_version_revision_id_key" ON "place_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_version_slug_version_key" ON "place_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "place_name_version_id_position_key" ON "place_name"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "place_member_version_id_position_key" ON "place_member"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "programme_version_revision_id_key" ON "programme_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_version_slug_version_key" ON "programme_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "programme_further_source_version_id_position_key" ON "programme_further_source"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_version_revision_id_key" ON "landmark_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_version_slug_version_key" ON "landmark_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_name_version_id_position_key" ON "landmark_name"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_community_version_id_position_key" ON "landmark_community"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_designation_version_id_position_key" ON "landmark_designation"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "landmark_further_source_version_id_position_key" ON "landmark_further_source"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "project_version_revision_id_key" ON "project_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_version_slug_version_key" ON "project_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "project_place_version_id_position_key" ON "project_place"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "project_party_version_id_position_key" ON "project_party"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "project_measure_version_id_position_key" ON "project_measure"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "project_further_source_version_id_position_key" ON "project_further_source"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "contract_version_revision_id_key" ON "contract_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_version_slug_version_key" ON "contract_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "contract_amendment_version_id_position_key" ON "contract_amendment"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_version_revision_id_key" ON "milestone_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_version_slug_version_key" ON "milestone_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "condition_version_revision_id_key" ON "condition_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "condition_version_slug_version_key" ON "condition_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "context_fact_version_revision_id_key" ON "context_fact_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "context_fact_version_slug_version_key" ON "context_fact_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_version_revision_id_key" ON "budget_line_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_version_slug_version_key" ON "budget_line_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_version_revision_id_key" ON "progress_report_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_version_slug_version_key" ON "progress_report_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_quantity_version_id_position_key" ON "progress_report_quantity"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "resettlement_version_revision_id_key" ON "resettlement_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "resettlement_version_slug_version_key" ON "resettlement_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "resettlement_breakdown_version_id_position_key" ON "resettlement_breakdown"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "target_version_revision_id_key" ON "target_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_version_slug_version_key" ON "target_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_version_revision_id_key" ON "readiness_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_version_slug_version_key" ON "readiness_version"("slug", "version");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_change" ADD CONSTRAINT "submission_change_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "code"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_label" ADD CONSTRAINT "code_label_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "code_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_copy" ADD CONSTRAINT "source_copy_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "source_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_version" ADD CONSTRAINT "organisation_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organisation_version" ADD CONSTRAINT "organisation_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "organisation_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_version" ADD CONSTRAINT "place_version_parent_slug_fkey" FOREIGN KEY ("parent_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "place_version" ADD CONSTRAINT "place_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "place_version" ADD CONSTRAINT "place_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "place_version" ADD CONSTRAINT "place_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "place_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_member" ADD CONSTRAINT "place_member_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "place_member" ADD CONSTRAINT "place_member_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "place_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_lead_organisation_slug_fkey" FOREIGN KEY ("lead_organisation_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "programme"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_further_source" ADD CONSTRAINT "programme_further_source_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "programme_further_source" ADD CONSTRAINT "programme_further_source_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "programme_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark_version" ADD CONSTRAINT "landmark_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_version" ADD CONSTRAINT "landmark_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_version" ADD CONSTRAINT "landmark_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_version" ADD CONSTRAINT "landmark_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "landmark"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_version" ADD CONSTRAINT "landmark_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark_name" ADD CONSTRAINT "landmark_name_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "landmark_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark_community" ADD CONSTRAINT "landmark_community_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "landmark_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark_designation" ADD CONSTRAINT "landmark_designation_organisation_slug_fkey" FOREIGN KEY ("organisation_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_designation" ADD CONSTRAINT "landmark_designation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "landmark_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark_further_source" ADD CONSTRAINT "landmark_further_source_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmark_further_source" ADD CONSTRAINT "landmark_further_source_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "landmark_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_programme_slug_fkey" FOREIGN KEY ("programme_slug") REFERENCES "programme"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_part_of_slug_fkey" FOREIGN KEY ("part_of_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_landmark_slug_fkey" FOREIGN KEY ("landmark_slug") REFERENCES "landmark"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_place" ADD CONSTRAINT "project_place_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_place" ADD CONSTRAINT "project_place_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "project_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_party" ADD CONSTRAINT "project_party_organisation_slug_fkey" FOREIGN KEY ("organisation_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_party" ADD CONSTRAINT "project_party_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "project_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_measure" ADD CONSTRAINT "project_measure_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "project_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_further_source" ADD CONSTRAINT "project_further_source_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_further_source" ADD CONSTRAINT "project_further_source_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "project_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_supplier_slug_fkey" FOREIGN KEY ("supplier_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_buyer_slug_fkey" FOREIGN KEY ("buyer_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "contract"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contract_version" ADD CONSTRAINT "contract_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_amendment" ADD CONSTRAINT "contract_amendment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "contract_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_version" ADD CONSTRAINT "milestone_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_version" ADD CONSTRAINT "milestone_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_version" ADD CONSTRAINT "milestone_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_version" ADD CONSTRAINT "milestone_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "milestone"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_version" ADD CONSTRAINT "milestone_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_version" ADD CONSTRAINT "condition_version_landmark_slug_fkey" FOREIGN KEY ("landmark_slug") REFERENCES "landmark"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_version" ADD CONSTRAINT "condition_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_version" ADD CONSTRAINT "condition_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_version" ADD CONSTRAINT "condition_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "condition"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "condition_version" ADD CONSTRAINT "condition_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_programme_slug_fkey" FOREIGN KEY ("programme_slug") REFERENCES "programme"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_landmark_slug_fkey" FOREIGN KEY ("landmark_slug") REFERENCES "landmark"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "context_fact"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_fact_version" ADD CONSTRAINT "context_fact_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_programme_slug_fkey" FOREIGN KEY ("programme_slug") REFERENCES "programme"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "budget_line"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line_version" ADD CONSTRAINT "budget_line_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_report_version" ADD CONSTRAINT "progress_report_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_report_version" ADD CONSTRAINT "progress_report_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_report_version" ADD CONSTRAINT "progress_report_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_report_version" ADD CONSTRAINT "progress_report_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "progress_report"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_report_version" ADD CONSTRAINT "progress_report_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_report_quantity" ADD CONSTRAINT "progress_report_quantity_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "progress_report_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_origin_place_slug_fkey" FOREIGN KEY ("origin_place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "resettlement"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "resettlement_version" ADD CONSTRAINT "resettlement_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resettlement_breakdown" ADD CONSTRAINT "resettlement_breakdown_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "resettlement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_programme_slug_fkey" FOREIGN KEY ("programme_slug") REFERENCES "programme"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "target"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_place_slug_fkey" FOREIGN KEY ("place_slug") REFERENCES "place"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_project_slug_fkey" FOREIGN KEY ("project_slug") REFERENCES "project"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_source_slug_fkey" FOREIGN KEY ("source_slug") REFERENCES "source"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_stated_by_slug_fkey" FOREIGN KEY ("stated_by_slug") REFERENCES "organisation"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "readiness"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "readiness_version" ADD CONSTRAINT "readiness_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


