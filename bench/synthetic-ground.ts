import { cyrillicName, latinName } from './synthetic-names';
import { idOf, type Run, someDay, stated, writeRecords } from './synthetic-rows';

/** What projects and reports stand on: codes, sources, organisations, places, a programme with targets, landmarks, returns. */
export async function addGround(run: Run, places: number): Promise<void> {
  const codes = `array['subsector', 'subsector', 'measure', 'population_group', 'landmark_kind']`;
  const names = `array['road', 'school', 'homes', 'returned', 'monument']`;
  await writeRecords(
    run,
    'code',
    5,
    {
      list: `(${codes})[n]::"CodeList"`,
      code: `(${names})[n]`,
      unit: `case n when 3 then 'homes' end`,
      is_summable: `case n when 3 then true end`,
    },
    `replace((${codes})[n], '_', '-') || '.' || (${names})[n]`,
  );
  await run(`insert into code_label (id, version_id, position, language, label)
    select ${idOf('code', 2)}, ${idOf('code', 1)}, 0, 'en', (${names})[n] from generate_series(1, 5) n`);
  await writeRecords(run, 'source', 200, {
    publisher: `'Publisher ' || n % 9`,
    title: `'Title of source ' || n`,
    title_basis: `'headline'`,
    url: `'https://example.org/' || n`,
  });
  await writeRecords(run, 'organisation', 50, { name: `'Organisation ' || n` });
  await addPlaces(run, places);
  await addProgramme(run);
}

async function addPlaces(run: Run, count: number): Promise<void> {
  await writeRecords(run, 'place', count, {
    type: `case when n = 1 then 'region' when n <= 20 then 'district' else 'village' end::"PlaceType"`,
    parent_slug: `case when n > 20 then 'place-' || (n % 19 + 2) when n > 1 then 'place-1' end`,
    obtained: `'found'`,
  });
  await run(`insert into place_name (id, version_id, position, language, name, kind, is_main)
    select ${idOf('place', 2)}, ${idOf('place', 1)}, 0, 'en', ${latinName('n')}, 'not_stated'::"NameKind", true from generate_series(1, ${count}) n
    union all
    select ${idOf('place', 3)}, ${idOf('place', 1)}, 1, 'ru', ${cyrillicName('n')}, 'not_stated'::"NameKind", true from generate_series(1, ${count}) n`);
  await writeRecords(run, 'landmark', 300, {
    title: `'Landmark ' || n`,
    kind: `'monument'`,
    place_slug: `'place-' || n + 20`,
    ...stated,
  });
}

async function addProgramme(run: Run): Promise<void> {
  await writeRecords(run, 'programme', 1, { title: `'Programme ' || n`, place_slug: `'place-1'`, ...stated });
  await writeRecords(run, 'target', 2, {
    programme_slug: `'programme-1'`,
    place_slug: `'place-1'`,
    metric: `(array['families', 'measure'])[n]::"TargetMetric"`,
    measure: `case n when 2 then 'homes' end`,
    population_group: `case n when 1 then 'returned' end`,
    value: '10000',
    ...someDay('due_on', `date '2026-12-31'`),
    ...stated,
  });
  await writeRecords(run, 'resettlement', 5000, {
    place_slug: `case when n <= 60 then 'place-1' else 'place-' || n % 480 + 21 end`,
    kind: `'return'`,
    population_group: `'returned'`,
    stage: `'happened'`,
    counting: `case when n <= 60 then 'running_total' else 'single_group' end::"Counting"`,
    families: 'n * 10',
    persons: 'n * 40',
    persons_method: `'counted'`,
    ...someDay('reference_on', `date '2021-01-01' + n * 30 % 2000`),
    ...stated,
  });
  await run(
    `insert into resettlement_disclosure select id, true, true, 'shown', 'shown', 10 from resettlement_version`,
  );
}
