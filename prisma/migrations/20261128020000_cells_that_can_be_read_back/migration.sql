-- The apostrophe that keeps a spreadsheet from running a text can be taken away again without doubt: a text that begins
-- as if it were guarded gets one too. See domain/export/guard.ts, which says the same.
create or replace function disarmed(words text) returns text language sql immutable parallel safe as $$
  select case when words ~ E'^''*[=+\\-@\t\r\n＝＋－＠]' then '''' || words else words end
$$;

-- An entry of a list that stands in one cell: what would end it is marked. See domain/export/list-cell.ts.
create function list_entry(words text) returns text language sql immutable parallel safe as $$
  select replace(replace(words, E'\\', E'\\\\'), ';', E'\\;')
$$;
