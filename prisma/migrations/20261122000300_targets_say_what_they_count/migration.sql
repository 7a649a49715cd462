-- A target may be of its period alone, or of everything up to its date. The view lists its columns, so it is made anew.

alter table target_version add column accumulation "Accumulation";

drop view current_target;
create view current_target as select * from target_version where superseded_at is null and not is_withdrawn;
