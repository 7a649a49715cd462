-- The overview of now reads three narrow indexes of the versions that count now. Those of every day hold some twenty columns a
-- row, and a row of an index is taken apart whole, whatever is asked of it: at a hundred thousand projects that is a quarter
-- of the time. A past day keeps reading the wide ones.

create index project_now on project_version (slug)
  include (id, sector, status, status_on_last, verification, baseline_end_on_last, forecast_end_on_last, actual_end_on_last)
  where superseded_at is null and not is_withdrawn;
create index progress_report_now on progress_report_version (project_slug, reference_on_last desc nulls last)
  where superseded_at is null and not is_withdrawn;
create index budget_line_now on budget_line_version (project_slug)
  where superseded_at is null and not is_withdrawn;
