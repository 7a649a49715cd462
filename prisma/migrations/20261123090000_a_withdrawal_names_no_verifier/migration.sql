-- What was published as verified before its verifier had to be named can be withdrawn: a withdrawal says again what was published.
create or replace function verified_by_someone() returns trigger language plpgsql as $$
begin
  if new.verification = 'verified' and new.verified_by_slug is null and not new.is_withdrawn then
    raise exception '% % is verified: name who has verified it', tg_table_name, new.slug;
  end if;
  return new;
end $$;

-- The head of the record is not emptied either.
create trigger the_head_is_not_emptied before truncate on record_head
  for each statement execute function nothing_changes_here();

-- A contract by a day has the amendments made by then.
create view happened.contract_amendment as
  select * from public.contract_amendment where amended_on_last <= (select happened.by_day());
