import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { readDateSpan } from '@/domain/calendar';
import { loadStarterFacts } from '@/prisma/seed/load';
import { db } from '@/server/db';
import { readGazetteer } from '@/server/record/decided-counts';
import { type CountedNumber, startAttack } from './attack';
import { everythingPublic, versionsReadIn } from './everything-public';
import { adding, published } from './record';
import { knownAt, smallCounts } from './recovered';

const small = 4;
const threshold = 10;

const aCount = (
  slug: string,
  placeSlug: string,
  referenceOn: string,
  persons: number,
  facts: Record<string, unknown> = {},
) =>
  adding('resettlement', slug, {
    placeSlug,
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn,
    persons,
    personsMethod: 'counted',
    ...facts,
  });

beforeAll(async () => {
  await loadStarterFacts(() => {});
}, 120_000);

test('the starter facts are shown as they are, each called public already, and each is in the log', async () => {
  const rows = z.array(z.object({ count: z.bigint(), logged: z.bigint() })).parse(
    await db.$queryRaw`
      select count(*) filter (where already_public and not persons_withheld and not families_withheld) as count,
        (select count(*) from audit_event where verb = 'count.called-public') as logged
      from current_resettlement`,
  );
  const all = await db.resettlement.count();
  expect(rows[0]).toEqual({ count: BigInt(all), logged: BigInt(all) });
});

test('a small count that is entered among them is withheld, and nobody learns more from them than that it is small', async () => {
  const statement = await db.resettlementVersion.findFirstOrThrow({ select: { sourceSlug: true, statedBySlug: true } });
  const said = { ...statement, obtained: 'found', verification: 'reported' };
  // The total of the district and the large village together would tell the small count by subtraction.
  await published(
    aCount('a-small-village', 'zilanli', '2026-05-31', small, said),
    aCount('a-large-village', 'mahruzlu', '2026-05-31', 300, said),
    aCount('their-district', 'gubadli-district', '2026-05-31', 300 + small, said),
    aCount('the-village-later', 'zilanli', '2026-06-30', 60, said),
  );
  const versions = (await versionsReadIn(await everythingPublic())).filter(
    ({ content }) =>
      content.populationGroup === 'returned_idp' &&
      content.stage === 'happened' &&
      content.kind === 'return' &&
      content.referenceOn !== null,
  );
  const withheld = versions.filter(({ totals }) => !totals).map(({ slug }) => slug);
  expect(withheld).toContain('a-small-village');
  expect(withheld.length).toBe(2);

  const { above } = await db.$transaction((tx) => readGazetteer(tx));
  const attack = await startAttack(above);
  const attacked = (seen: typeof versions) => {
    const known = attack.agreeing(knownAt(seen, Infinity).map(withDay));
    return [...smallCounts(seen, known, threshold)].map((number) => attack.interval(known, withDay(number)));
  };
  expect(attacked(versions)).toEqual([{ least: expect.toBeOneOf([0, 1]), most: expect.closeTo(60) }]);
  // With the small count alone withheld, subtraction tells that it is at most 4.
  const unprotected = versions.map((version) => ({ ...version, totals: version.slug !== 'a-small-village' }));
  expect(attacked(unprotected)).toEqual([{ least: expect.anything(), most: expect.closeTo(small) }]);
});

/** A date that is known to a month or more counts as its last day. */
function withDay(number: CountedNumber): CountedNumber {
  const span = readDateSpan(number.on);
  return { ...number, on: span.ok ? span.value.last : number.on };
}
