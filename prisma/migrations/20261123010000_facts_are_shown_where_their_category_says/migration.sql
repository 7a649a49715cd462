-- Beside which figures the facts of a category are shown is data, as the category is. No column of a published version
-- changes: for categories that were published before, it is said by a change through the door.

create type "FactPlacement" as enum ('residents', 'departures');

alter table code_version add column shows_with "FactPlacement";

alter table code_version add constraint only_fact_categories_are_shown_with_figures
  check (shows_with is null or list = 'fact_category');

call make_public_views();
