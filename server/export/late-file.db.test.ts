import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyProject } from '@/domain/filter';
import { readLateList } from '@/server/published/late';
import { recordNow } from '@/server/published/record-at';
import { readSlippageSpread } from '@/server/published/slippage-spread';
import { aProject, aReport, published, theGround } from '@/test/record';
import { closeExportPool } from './copy-out';
import { streamTable } from './table-file';

type Filters = Readonly<Record<string, string>>;

const record = recordNow();

async function rowsOf(table: 'late' | 'slippage', filters: Filters) {
  return parse(await text(await streamTable(record, table, filters)), { columns: true, bom: true }) as Record<
    string,
    string
  >[]; // with columns, rows are objects
}

const built = { status: 'completed', baselineStartOn: '2020-01-01', baselineEndOn: '2020-12-31' } as const;
/** A plan that lasts, so that the day on which this runs decides nothing. */
const open = { baselineStartOn: '2020-01-01', baselineEndOn: '2090' } as const;

beforeAll(async () => {
  await published(
    ...theGround,
    ...['2020-12-31', '2021-06-30', '2021-03-31', '2022-12-31', '2021-01-15'].map((actualEndOn, index) =>
      aProject(`built-${index}`, { ...built, actualEndOn }),
    ),
    aProject('underway', { ...open, title: '=Underway' }),
    aProject('held', { ...open, isOnHold: true, onHoldReason: 'Water is short' }),
    aProject('late', { baselineEndOn: '2021', statusOn: '2022-02-01', sector: 'housing' }),
    aProject('silent', { baselineEndOn: '2021', statusOn: '2020-02-01', sector: 'housing' }),
  );
  await published(
    aReport('underway-0', { projectSlug: 'underway', referenceOn: '2026-01-01', physicalProgressPercent: 30 }),
    aReport('underway-1', { projectSlug: 'underway', referenceOn: '2026-06-30', physicalProgressPercent: 40 }),
  );
});

afterAll(closeExportPool);

describe('the file of the late list', () => {
  test.each<Filters>([{}, { sector: 'housing' }, { lateness: 'late' }, { 'on-hold': 'yes' }, { q: 'underway' }])(
    'has the rows of the page, in its order: %o',
    async (filters) => {
      const page = await readLateList(record, filters, 1, 'en');
      expect((await rowsOf('late', filters)).map(({ slug, lateness }) => [slug, lateness])).toEqual(
        page.rows.map(({ slug, lateness }) => [slug, lateness]),
      );
    },
  );

  test('gives an expected finish with its method and basis, or the reason why there is none', async () => {
    const rows = await rowsOf('late', {});
    const page = await readLateList(record, {}, 1, 'en');
    const expected = page.rows.find(({ slug }) => slug === 'underway')?.expected;
    expect(rows.find(({ slug }) => slug === 'underway')).toMatchObject({
      title: "'=Underway",
      expected_end_first: expected?.first,
      expected_end_on: expected?.on,
      expected_end_last: expected?.last,
      expected_method: 'earned_schedule',
      expected_class: 'subsector',
      expected_class_size: '5',
      expected_refusal: '',
      percent_reports: '2',
      percent_as_at: '2026-06-30',
      percent: '40',
    });
    expect(rows.find(({ slug }) => slug === 'held')).toMatchObject({
      expected_end_on: '',
      expected_method: '',
      expected_class: '',
      expected_refusal: 'on_hold',
      expected_refusal_label: 'It is on hold, so its pace so far says nothing of its end.',
    });
  });

  test('leaves the days late blank where nothing was said since', async () => {
    const rows = await rowsOf('late', { sector: 'housing' });
    expect(
      rows.map(({ slug, late_by_days: late, passed_by_days: passed }) => [slug, late !== '', passed !== '']),
    ).toEqual([
      ['late', true, true],
      ['silent', false, true],
    ]);
  });
});

test.each<Filters>([{}, { sector: 'housing' }])(
  'the file of the spread of slippage has the figures of the page: %o',
  async (filters) => {
    const page = await readSlippageSpread(
      record,
      { ...everyProject, sector: null, ...filters } as typeof everyProject,
      'en',
    ); // the filters name sectors
    const rows = await rowsOf('slippage', filters);
    expect(
      rows.map(({ kind, slug, known, unknown, median_days: median }) => [
        kind,
        slug,
        Number(known),
        Number(unknown),
        median,
      ]),
    ).toEqual(
      page.map(({ kind, slug, known, unknown, days }) => [kind, slug, known, unknown, days ? String(days.middle) : '']),
    );
  },
);
