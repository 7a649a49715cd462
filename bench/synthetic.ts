import pg from 'pg';

/** How much to make. Figures are spread evenly; nothing in them stands for a real place or project. */
export interface Size {
  readonly projects: number;
  readonly reports: number;
}

/**
 * Fills an empty, migrated record with synthetic projects and reports. It writes past the door, as only a bench may: the
 * door's own speed is not what these figures are about, and the foreign keys and triggers would take most of the time.
 */
export async function fillSynthetic(databaseUrl: string, { projects, reports }: Size): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const run = (sql: string, values: readonly unknown[] = []) => client.query(sql, [...values]);
  try {
    await run('begin');
    await run('set local session_replication_role = replica');
    await run(`insert into app_user (id, email, name, role) values
      (gen_random_uuid(), 'author@bench.example', 'Author', 'administrator'),
      (gen_random_uuid(), 'approver@bench.example', 'Approver', 'reviewer')`);
    await run(`insert into submission (id, title, state, author_id, reviewer_id, content_hash)
      select gen_random_uuid(), 'Synthetic', 'approved', a.id, b.id, 'synthetic'
      from app_user a, app_user b where a.email like 'author@%' and b.email like 'approver@%'`);
    await run(`create temporary table made on commit drop as
      select s.id as submission_id, s.author_id, s.reviewer_id, now() as at from submission s where title = 'Synthetic'`);

    await addGround(run);
    await addProjects(run, projects);
    await addReports(run, projects, reports);
    await run(`update record_head set revision_count = (select count(*) from revision), last_published_at = now()`);
    await run('commit');
    await run('vacuum analyze');
  } finally {
    await client.end();
  }
}

type Run = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

/** Writes one revision for each row of a temporary table `new_rows (slug, revision_id)`. */
async function addRevisions(run: Run, kind: string): Promise<void> {
  await run(
    `insert into revision (id, sequence, kind, slug, version, action, after, reason_kind, submission_id, submitted_by_id,
       approved_by_id, submitted_by_role, approved_by_role, published_at)
     select n.revision_id, (select coalesce(max(sequence), 0) from revision) + row_number() over (), $1::"RecordKind", n.slug, 1,
       'add', '{}', 'first_publication', m.submission_id, m.author_id, m.reviewer_id, 'administrator', 'reviewer', m.at
     from new_rows n, made m`,
    [kind],
  );
  await run('drop table new_rows');
}

async function addGround(run: Run): Promise<void> {
  for (const [kind, prefix, count] of [['place', 'place', 500], ['source', 'source', 200], ['organisation', 'organisation', 50]] as const) {
    await run(
      `create temporary table new_rows as
       select '${prefix}-' || n as slug, gen_random_uuid() as revision_id, n from generate_series(1, ${count}) n`,
    );
    await run(`insert into ${kind} select slug from new_rows`);
    const columns = {
      place: `type, obtained, parent_slug) select gen_random_uuid(), slug, 1, revision_id, m.at, false,
        case when n <= 20 then 'district' else 'village' end::"PlaceType", 'found', case when n > 20 then 'place-' || (n % 20 + 1) end`,
      source: `publisher, title, title_basis, url) select gen_random_uuid(), slug, 1, revision_id, m.at, false,
        'Publisher ' || n % 9, 'Title of source ' || n, 'headline', 'https://example.org/' || n`,
      organisation: `name) select gen_random_uuid(), slug, 1, revision_id, m.at, false, 'Organisation ' || n`,
    }[kind];
    await run(`insert into ${kind}_version (id, slug, version, revision_id, published_at, is_withdrawn, ${columns} from new_rows, made m`);
    await addRevisions(run, kind);
  }
  await run(`insert into place_name (id, version_id, position, language, name, kind, is_main)
    select gen_random_uuid(), id, 0, 'en', 'Place ' || slug, 'not_stated', true from place_version`);
}

async function addProjects(run: Run, count: number): Promise<void> {
  await run(
    `create temporary table new_rows as
     select 'project-' || n as slug, gen_random_uuid() as revision_id, n from generate_series(1, ${count}) n`,
  );
  await run('insert into project select slug from new_rows');
  await run(`insert into project_version (id, slug, version, revision_id, published_at, is_withdrawn, title, description, sector,
      subsector, status, baseline_end_on_first, baseline_end_on_last, baseline_end_on_precision, forecast_end_on_first,
      forecast_end_on_last, forecast_end_on_precision, actual_end_on_first, actual_end_on_last, actual_end_on_precision,
      source_slug, stated_by_slug, obtained, verification)
    select gen_random_uuid(), slug, 1, revision_id, m.at, false, 'Project number ' || n, 'A synthetic project, number ' || n,
      (array['housing', 'infrastructure', 'cultural'])[n % 3 + 1]::"Sector", 'road',
      (array['proposed', 'planned', 'underway', 'underway', 'completed', 'in_use'])[n % 6 + 1]::"ProjectStatus",
      date '2022-01-01' + n % 1500, date '2022-01-01' + n % 1500, 'day',
      date '2023-01-01' + n % 1500, date '2023-01-01' + n % 1500, 'day',
      case when n % 6 > 3 then date '2023-01-01' + n % 1300 end, case when n % 6 > 3 then date '2023-01-01' + n % 1300 end,
      case when n % 6 > 3 then 'day'::"DatePrecision" end,
      'source-' || n % 200 + 1, 'organisation-' || n % 50 + 1, 'found', 'reported'
    from new_rows, made m`);
  await run(`insert into project_place (id, version_id, position, place_slug)
    select gen_random_uuid(), v.id, 0, 'place-' || n.n % 480 + 21 from new_rows n join project_version v on v.slug = n.slug`);
  await run(`insert into project_measure (id, version_id, position, measure, planned_quantity)
    select gen_random_uuid(), v.id, 0, 'homes', n.n % 400 + 10 from new_rows n join project_version v on v.slug = n.slug`);
  await addRevisions(run, 'project');
}

async function addReports(run: Run, projects: number, count: number): Promise<void> {
  await run(`create temporary table new_rows as
    select 'report-' || n as slug, gen_random_uuid() as revision_id, n from generate_series(1, ${count}) n`);
  await run('insert into progress_report select slug from new_rows');
  await run(`insert into progress_report_version (id, slug, version, revision_id, published_at, is_withdrawn, project_slug, kind,
      reference_on_first, reference_on_last, reference_on_precision, physical_progress_percent, narrative, source_slug,
      stated_by_slug, obtained, verification)
    select gen_random_uuid(), slug, 1, revision_id, m.at, false, 'project-' || n % ${projects} + 1, 'observation',
      date '2021-01-01' + n % 1800, date '2021-01-01' + n % 1800, 'day', n % 101, 'Works go on, section ' || n % 40 || ' of 40',
      'source-' || n % 200 + 1, 'organisation-' || n % 50 + 1, 'found', 'reported'
    from new_rows, made m`);
  await addRevisions(run, 'progress_report');
}
