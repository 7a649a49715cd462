-- Names are found in any spelling, as fast in a large record as in a small one: by what they hold or nearly hold (trigrams),
-- and by what they begin with. Places and titles of projects have the first kind since the first migrations.
create index landmark_title_folded on landmark_version using gin (folded(title) gin_trgm_ops) where superseded_at is null;
create index landmark_name_folded on landmark_name using gin (folded(name) gin_trgm_ops);
create index organisation_title_folded on organisation_version using gin (folded(name) gin_trgm_ops) where superseded_at is null;
create index organisation_name_folded on organisation_name using gin (folded(name) gin_trgm_ops);
create index source_title_folded on source_version using gin (folded(title) gin_trgm_ops) where superseded_at is null;
create index source_publisher_folded on source_version using gin (folded(publisher) gin_trgm_ops) where superseded_at is null;

create index place_name_beginning on place_name (folded(name) text_pattern_ops);
create index project_title_beginning on project_version (folded(title) text_pattern_ops) where superseded_at is null;
create index landmark_title_beginning on landmark_version (folded(title) text_pattern_ops) where superseded_at is null;
create index landmark_name_beginning on landmark_name (folded(name) text_pattern_ops);
create index organisation_title_beginning on organisation_version (folded(name) text_pattern_ops) where superseded_at is null;
create index organisation_name_beginning on organisation_name (folded(name) text_pattern_ops);
create index source_title_beginning on source_version (folded(title) text_pattern_ops) where superseded_at is null;
create index source_publisher_beginning on source_version (folded(publisher) text_pattern_ops) where superseded_at is null;
