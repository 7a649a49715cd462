import pg from 'pg';
import { addGround } from './synthetic-ground';
import { latinName } from './synthetic-names';
import { correctEvery, idOf, type Run, someDay, stated, writeRecords } from './synthetic-rows';

/** How much to make. Figures are spread evenly; nothing in them stands for a real place or project. */
export interface Size {
  readonly projects: number;
  readonly reports: number;
  /** 500 unless said. */
  readonly places?: number;
}

/**
 * Fills an empty, migrated record with synthetic projects and reports, as a superuser. It writes past the door, as only
 * a bench may: the door's own speed is not what these figures are about. What the tables refuse is checked by CHECKs and
 * unique indexes while rows are written, and by exclusion constraints after; foreign keys and triggers are left out.
 */
export async function fillSynthetic(databaseUrl: string, size: Size): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const run: Run = async (sql, values = []) => void (await client.query(sql, [...values]));
  try {
    await run('begin');
    await run(`set local session_replication_role = replica; set local maintenance_work_mem = '256MB'`);
    const putBack = await putAsideExclusions(client);
    await addSubmission(run);
    await addGround(run, size.places ?? 500);
    await addProjects(run, size.projects);
    await addReports(run, size);
    await correctEvery(run, 10, 'project', ['project_place', 'project_measure']);
    await correctEvery(run, 10, 'progress_report', ['progress_report_quantity']);
    await putBack();
    await run('update record_head set revision_count = (select count(*) from revision), last_published_at = now()');
    await run('commit');
    await run('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** One index of this kind, made at the end, takes seconds; kept up to date row by row, it takes minutes. */
async function putAsideExclusions(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return async () => {
    for (const { table, name, definition } of rows)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}

/** Everything is of one submission of sixty days ago, entered by one person and approved by another. */
async function addSubmission(run: Run): Promise<void> {
  await run(`insert into app_user (id, email, name, role) values
    (gen_random_uuid(), 'author@bench.example', 'Author', 'administrator'),
    (gen_random_uuid(), 'approver@bench.example', 'Approver', 'reviewer')`);
  await run(`insert into submission (id, title, state, author_id, reviewer_id, content_hash)
    select gen_random_uuid(), 'Synthetic', 'approved', a.id, b.id, 'synthetic'
    from app_user a, app_user b where a.email like 'author@%' and b.email like 'approver@%'`);
  await run(`create temporary table made on commit drop as
    select id as submission_id, author_id, reviewer_id, date_trunc('milliseconds', now()) - interval '60 days' as at from submission`);
}

async function addProjects(run: Run, count: number): Promise<void> {
  await writeRecords(run, 'project', count, {
    title: `(array['Road', 'School', 'Homes', 'Water main', 'Clinic'])[n % 5 + 1] || ' in ' || ${latinName('n')}`,
    description: `'A synthetic project, number ' || n`,
    sector: `(array['housing', 'infrastructure', 'cultural'])[n % 3 + 1]::"Sector"`,
    subsector: `(array['road', 'school'])[n % 2 + 1]`,
    programme_slug: `case when n % 10 = 0 then 'programme-1' end`,
    landmark_slug: `case when n % 100 = 2 then 'landmark-' || n / 100 % 300 + 1 end`,
    status: `(array['proposed', 'planned', 'underway', 'underway', 'completed', 'in_use'])[n % 6 + 1]::"ProjectStatus"`,
    ...someDay('status_on', `date '2026-01-01' + n % 300`, 'n % 2 = 0'),
    ...someDay('baseline_end_on', `date '2022-01-01' + n % 1500`, 'n % 5 > 0'),
    ...someDay('forecast_end_on', `date '2023-01-01' + n % 1500`, 'n % 3 > 0'),
    ...someDay('actual_end_on', `date '2023-01-01' + n % 1300`, 'n % 6 > 3'),
    ...stated,
  });
  await run(`insert into project_place (id, version_id, position, place_slug)
    select ${idOf('project', 2)}, ${idOf('project', 1)}, 0, 'place-' || n % 480 + 21 from generate_series(1, ${count}) n`);
  await run(`insert into project_measure (id, version_id, position, measure, planned_quantity)
    select ${idOf('project', 3)}, ${idOf('project', 1)}, 0, 'homes', n % 400 + 10 from generate_series(1, ${count}) n`);
  await writeRecords(run, 'budget_line', Math.ceil(count / 2), {
    project_slug: `'project-' || n * 2`,
    kind: `(array['approved', 'spent'])[n % 2 + 1]::"MoneyKind"`,
    accumulation: `'in_period'`,
    amount_minor_units: 'n * 1000',
    currency: `'AZN'`,
    ...someDay('period', `date '2025-12-31'`),
    ...stated,
  });
}

async function addReports(run: Run, { projects, reports }: Size): Promise<void> {
  await writeRecords(run, 'progress_report', reports, {
    project_slug: `'project-' || n % ${projects} + 1`,
    kind: `'observation'`,
    ...someDay('reference_on', `date '2021-01-01' + (n * 7) % 2100`),
    physical_progress_percent: `case when n % 3 > 0 then n % 101 end`,
    ...someDay('promised_end_on', `date '2024-01-01' + (n * 5) % 1500`, 'n % 8 = 0'),
    narrative: `'Works go on, section ' || n % 40 || ' of 40'`,
    ...stated,
  });
  await run(`insert into progress_report_quantity (id, version_id, position, measure, quantity, basis)
    select ${idOf('progress_report', 2)}, ${idOf('progress_report', 1)}, 0, 'homes', n % 300,
      case when n <= 400 then 'total_to_date' else 'in_period' end::"QuantityBasis"
    from generate_series(1, ${reports}) n where n % 10 = 0`);
}
