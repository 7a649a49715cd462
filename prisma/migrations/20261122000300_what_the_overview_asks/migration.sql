-- The overview and the list ask of all projects at once what their reports promised first and last, and which have a report of
-- the last year. These hold the whole answer, so that a million reports are not read for it.

create index progress_report_promise on progress_report_version (project_slug, reference_on_last, slug)
  include (promised_end_on_first, promised_end_on_last, promised_end_on_precision)
  where superseded_at is null and not is_withdrawn and promised_end_on_last is not null and reference_on_last is not null;
create index progress_report_by_date on progress_report_version (reference_on_last, project_slug)
  where superseded_at is null and not is_withdrawn;
