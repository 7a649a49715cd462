import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { db } from '@/server/db';
import { closeExportPool } from '@/server/export/copy-out';
import { arrivals, holdersOf, membersOfZone, parentOf } from './arrivals';
import { type Attack, startAttack } from './attack';
import { everythingPublic, type PublishedVersion, type ReadNumber, versionsReadIn } from './everything-public';
import { aCode, adding, anOrganisation, aPlace, aSource, changing, published, stated } from './record';
import { recoveredFrom } from './recovered';

const threshold = 10;
const groups = Array.from({ length: Number(process.env.ATTACK_GROUPS ?? 1) }, (_, index) => `group_${index + 1}`);

let attack: Attack;
let read: readonly ReadNumber[];
let versions: readonly PublishedVersion[];

beforeAll(async () => {
  const places = Object.entries(parentOf).map(([slug, parentSlug]) =>
    aPlace(slug, { parentSlug, members: slug === 'zone' ? membersOfZone.map((placeSlug) => ({ placeSlug })) : [] }),
  );
  await published(aSource(), anOrganisation(), ...groups.map((group) => aCode('population_group', group)), ...places);
  const known = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    for (const batch of arrivals(index + 3, group)) {
      const changes = batch.map(({ slug, content }) => {
        const version = known.get(slug) ?? 0;
        known.set(slug, version + 1);
        const facts = { ...content, ...stated, note: `Of ${content.persons} persons` };
        const answer = { answer: 'As the office counted them.' };
        return version === 0
          ? { ...adding('resettlement', slug, facts), ...answer }
          : changing('resettlement', slug, version, facts, { ...answer, reason: `It is ${content.persons}` });
      });
      await published(...changes);
    }
  }
  attack = await startAttack(holdersOf);
  read = await everythingPublic();
  versions = await versionsReadIn(read);
}, 120_000);

afterAll(closeExportPool);

describe('from everything that is public, now and on every past day', () => {
  test('no small count can be worked out, nor narrowed', () => {
    const recovered = groups.flatMap((group) =>
      recoveredFrom(
        attack,
        versions.filter(({ content }) => content.populationGroup === group),
        threshold,
        Object.keys(parentOf),
      ),
    );
    expect(recovered).toEqual([]);
    expect(versions.filter(({ totals }) => !totals).length).toBeGreaterThan(0);
    expect(versions.filter(({ totals }) => totals).length).toBeGreaterThan(0);
  }, 120_000);

  test('nothing that is withheld in one place is told in another', () => {
    const seen = new Set(read.map(({ slug, version, name }) => `${slug}/${version} ${name}`));
    const told = new Map<string, Set<string>>();
    for (const { where, slug, version, name } of read) {
      if (!where.startsWith('revision in public, after')) continue;
      const key = `${slug}/${version} ${name}`;
      told.set(key, (told.get(key) ?? new Set()).add(where));
    }
    expect([...seen].filter((key) => !told.has(key))).toEqual([]);
  });

  test('no small count is there but one that was public already', () => {
    const wasPublic = new Set(versions.filter(({ content }) => content.alreadyPublic === true).map(({ slug }) => slug));
    expect(read.filter(({ slug, value }) => value > 0 && value < threshold && !wasPublic.has(slug))).toEqual([]);
  });

  test('the words beside a withheld count are withheld too', async () => {
    const withheld = versions.filter(({ totals, breakdown }) => !totals || !breakdown).map(({ slug }) => slug);
    const said = await db.$queryRaw`
      select after->>'note' as note, reason from public_revision r
      where exists (select 1 from shown_resettlement s where s.slug = r.slug and s.version = r.version and s.persons_withheld)
      union all select note, null from current_resettlement where persons_withheld`;
    expect(withheld.length).toBeGreaterThan(0);
    expect(z.array(z.object({ note: z.null(), reason: z.null() })).safeParse(said).success).toBe(true);
  });
});

describe('what is decided of a count', () => {
  test('is never changed, by nobody', async () => {
    await expect(db.$executeRaw`update resettlement_disclosure set totals_shown = true`).rejects.toThrow('final');
    await expect(db.$executeRaw`delete from resettlement_disclosure`).rejects.toThrow('final');
  });

  test('stands with every version from its publication', async () => {
    const undecided = await db.$queryRaw`
      select v.slug from resettlement_version v left join resettlement_disclosure d on d.version_id = v.id where d.version_id is null`;
    expect(undecided).toEqual([]);
  });

  test('is written to the log where it is called public already', async () => {
    const wasPublic = versions.filter(({ content, version }) => content.alreadyPublic === true && version === 1);
    const logged = await db.auditEvent.count({ where: { verb: 'count.called-public' } });
    expect(logged).toBe(wasPublic.length);
  });
});
