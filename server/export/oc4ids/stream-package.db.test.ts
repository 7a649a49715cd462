import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import { everyProject, type ProjectFilter } from '@/domain/filter';
import { now, type Past } from '@/domain/past';
import { recordAt, recordNow } from '@/server/published/record-at';
import { aPerson } from '@/test/people';
import { adding, aDraft, aProject, aReport, changing, published, stated, theGround } from '@/test/record';
import { closeExportPool } from '../copy-out';
import { everyProjectOf, oneProject, streamPackage, type PackageAsked } from './stream-package';

type Packaged = Readonly<Record<string, unknown>> & { readonly projects: readonly Readonly<Record<string, unknown>>[] };

async function packaged(projects: PackageAsked['projects'], past: Past = now): Promise<Packaged | null> {
  const stream = await streamPackage(recordAt(past), {
    projects,
    language: 'en',
    path: '/data/oc4ids.json',
    asked: {},
  });
  return stream && (JSON.parse(await text(stream)) as Packaged);
}

const ofFilter = (filter: Partial<ProjectFilter> = {}) => everyProjectOf({ ...everyProject, ...filter });
const theBridge = async (past: Past = now) => (await packaged(oneProject('a-bridge'), past))?.projects[0];

const awkward = '"A bridge"\\ of stone; =1+1, Şuşa';

const aContract = {
  projectSlug: 'a-bridge',
  title: 'Works',
  supplierSlug: 'a-ministry',
  procurementMethod: 'open',
  valueMinorUnits: '1000',
  currency: 'AZN',
  signedOn: '2022-02',
  startsOn: '2022-03',
  endsOn: '2023',
  amendments: [
    { amendedOn: '2023-02-01', reason: 'More stone', newValueMinorUnits: '1200', newEndsOn: null },
    { amendedOn: '2024-02-01', reason: 'More steel', newValueMinorUnits: '1500', newEndsOn: null },
  ],
  ...stated,
} as const;

beforeAll(async () => {
  await published(
    ...theGround,
    aProject('a-bridge', {
      title: awkward,
      description: 'One line\nand another',
      baselineEndOn: '2024-06',
      actualStartOn: '2021-05-01',
      measures: [{ measure: 'homes', plannedQuantity: 12.5, qualifier: 'about', unitAsStated: null }],
    }),
    aProject('a-pier', { title: 'A pier', partOfSlug: 'a-bridge', sector: 'housing' }),
    aReport('early', { referenceOn: '2022-12-31', physicalProgressPercent: 30 }),
    aReport('late', { referenceOn: '2023-12-31', physicalProgressPercent: 80 }),
    adding('contract', 'works', aContract),
    adding('contract', 'design', { ...aContract, title: 'Design', signedOn: '2021', amendments: [] }),
    adding('budget_line', 'approved', {
      projectSlug: 'a-bridge',
      kind: 'approved',
      accumulation: 'cumulative',
      amountMinorUnits: '9007199254740993',
      currency: 'AZN',
      period: '2022',
      ...stated,
    }),
  );
  await published(
    changing('contract', 'design', 1, {
      ...aContract,
      title: 'Design',
      signedOn: '2021',
      amendments: [],
      endsOn: '2025',
    }),
  );
  await aDraft(await aPerson({ role: 'editor' }), [aProject('a-draft', { title: 'Nobody may see this' })]);
});

afterAll(closeExportPool);

describe('a project package', () => {
  test('holds what is published and no draft, with text as it was entered', async () => {
    const one = await packaged(ofFilter());
    expect(one?.projects.map(({ title }) => title).sort()).toEqual([awkward, 'A pier']);
  });

  test('narrows by the filter, and is none where nothing is left', async () => {
    expect((await packaged(ofFilter({ sector: 'housing' })))?.projects).toHaveLength(1);
    expect(await packaged(ofFilter({ sector: 'cultural' }))).toBeNull();
    expect(await packaged(oneProject('no-such-project'))).toBeNull();
  });

  test('says of a day what had happened by it', async () => {
    const past = await theBridge({ asOf: null, until: day('2023-06-30') });
    expect(past).toMatchObject({
      metrics: [{ id: 'physicalProgress', observations: [{ measure: 30 }] }],
      contractingProcesses: [
        { id: 'design' },
        { id: 'works', summary: { modifications: [{ rationale: 'More stone' }] } },
      ],
    });
    // What a later publication changed had not happened by then.
    expect(past?.contractingProcesses).not.toMatchObject([{ summary: { modifications: expect.anything() } }, {}]);
  });

  test('said nothing before the first publication', async () => {
    expect(await packaged(ofFilter(), { asOf: day('2020-01-01'), until: null })).toBeNull();
  });

  test('derives the changes of a contract from its amendments and from its versions', async () => {
    expect(await theBridge()).toMatchObject({
      contractingProcesses: [
        {
          id: 'design',
          summary: {
            contractPeriod: { endDate: '2023-12-31T23:59:59+04:00' },
            modifications: [
              {
                type: 'duration',
                rationale: 'A newer statement',
                newContractPeriod: { endDate: '2025-12-31T23:59:59+04:00' },
              },
            ],
          },
        },
        {
          id: 'works',
          summary: {
            contractValue: { amount: 10, currency: 'AZN' },
            modifications: [{ newContractValue: { amount: 12 } }, { newContractValue: { amount: 15 } }],
          },
        },
      ],
    });
  });

  test('names the whole in its part and the part in its whole', async () => {
    expect(await theBridge()).toMatchObject({ relatedProjects: [{ relationship: 'hasPart' }] });
    expect((await packaged(oneProject('a-pier')))?.projects[0]).toMatchObject({
      relatedProjects: [{ identifier: 'oc4ids-xxxxxx-a-bridge', relationship: 'partOf' }],
    });
  });

  test('keeps an amount to the last minor unit, where a number would not', async () => {
    expect(await theBridge()).toMatchObject({
      budget: {
        budgetBreakdowns: [
          { budgetBreakdown: [{ cornerstone: { exactAmount: { amount: '90071992547409.93', currency: 'AZN' } } }] },
        ],
      },
    });
  });

  test('is dated by the last publication', async () => {
    const one = await packaged(ofFilter());
    const [last] = (await recordNow().query`select max(published_at) as at from public_revision`) as { at: Date }[]; // the one row asked for
    expect(one?.publishedDate).toBe(last?.at.toISOString());
  });

  test('that nobody reads to its end gives its connection back', async () => {
    for (let count = 0; count < 8; count += 1) {
      const stream = await streamPackage(recordNow(), {
        projects: ofFilter(),
        language: 'en',
        path: '/data/oc4ids.json',
        asked: {},
      });
      stream?.destroy();
    }
    expect(await packaged(ofFilter())).not.toBeNull();
  });
});
