-- Personal access tokens: with one a program of its holder hands in submissions and asks what became of them.

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table access_token
  add constraint a_token_is_kept_as_its_hash check (token_hash ~ '^[0-9a-f]{64}$'),
  add constraint a_token_has_a_name check (length(trim(name)) between 1 and 100),
  -- There is no scope that approves or publishes, whichever code path asks for one.
  add constraint a_token_only_proposes_and_reads check (
    cardinality(scopes) > 0 and scopes <@ array['submissions:write', 'submissions:read']),
  add constraint a_token_ends_within_a_year check (
    expires_at > created_at and expires_at <= created_at + interval '366 days');

create function only_use_and_revocation() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{last_used_at,revoked_at,revoked_by_id}'::text[]
       = to_jsonb(old) - '{last_used_at,revoked_at,revoked_by_id}'::text[]
     and (old.revoked_at is null or (new.revoked_at = old.revoked_at and new.revoked_by_id is not distinct from old.revoked_by_id)) then
    return new;
  end if;
  raise exception 'token %: what it may do and when it ends is fixed, and a revoked one stays revoked', old.id;
end $$;
create trigger a_token_is_never_widened before update on access_token
  for each row execute function only_use_and_revocation();
