import { describe, expect, test } from 'vitest';
import type { DecidedVersion } from '@/domain/privacy/count-version';
import { disclose } from '@/domain/privacy/disclose';
import { withheldWord } from '@/domain/privacy/not-held';
import { countVersionOf } from '@/domain/privacy/of-content';
import { type Content, rowsOf } from '@/domain/record/content';
import { arrivals, holdersOf, parentOf } from './arrivals';
import { startAttack } from './attack';
import { recoveredFrom, type SeenVersion } from './recovered';

const threshold = 10;
/** A few seconds where nothing else runs; a long check asks for many more records. */
const patience = 7_200_000;
const gazetteer = { places: Object.keys(parentOf), above: holdersOf };

/** What the rule decides of each version, in the order of publication; the record may be loaded from its archive before one. */
function published(seed: number, loadedBefore = -1): readonly SeenVersion[] {
  let past: DecidedVersion[] = [];
  return arrivals(seed).flatMap((batch, publication) => {
    if (publication === loadedBefore) past = past.map(afterLoading);
    const fresh = batch.map(({ slug, content }) =>
      countVersionOf({ id: `${slug}/${publication}`, slug, publication, isWithdrawn: false, content }),
    );
    const decisions = disclose({ threshold, gazetteer, past: [...past], fresh });
    return batch.map(({ slug, content }, index) => {
      const version = fresh[index];
      const decision = version && decisions.get(version.id);
      if (!version || !decision) throw new Error(`Nothing decided of ${slug}`);
      contents.set(version.id, content);
      past.push({ ...version, totals: decision.totals, breakdown: decision.breakdown });
      return { slug, publication, content, totals: decision.totals, breakdown: decision.breakdown };
    });
  });
}

const contents = new Map<string, Content>();

/** As the archive has it: in the place of a number that is withheld stands the word. */
function afterLoading(version: DecidedVersion): DecidedVersion {
  const { id, slug, publication, isWithdrawn, totals, breakdown } = version;
  const content = contents.get(id) ?? {};
  const word = (value: unknown) => (typeof value === 'number' ? withheldWord : null);
  const loaded = {
    ...content,
    ...(totals ? {} : { families: word(content.families), persons: word(content.persons) }),
    breakdown: rowsOf(content, 'breakdown').map((row) => (breakdown ? row : { ...row, persons: withheldWord })),
  };
  return { ...version, ...countVersionOf({ id, slug, publication, isWithdrawn, content: loaded }) };
}

const seeds = Array.from({ length: Number(process.env.ATTACK_SEEDS ?? 2) }, (_, index) => index + 1);

describe('from everything that is shown', () => {
  test(
    'no small count can be worked out, nor narrowed',
    async () => {
      const attack = await startAttack(holdersOf);
      const recovered = seeds.flatMap((seed) => recoveredFrom(attack, published(seed), threshold, gazetteer.places));
      expect(recovered).toEqual([]);
    },
    patience,
  );

  test(
    'nor where the record was loaded from its archive half way, and no longer knows what was withheld',
    async () => {
      const attack = await startAttack(holdersOf);
      const recovered = seeds.flatMap((seed) => {
        const half = Math.ceil(arrivals(seed).length / 2);
        return recoveredFrom(attack, published(seed, half), threshold, gazetteer.places);
      });
      expect(recovered).toEqual([]);
    },
    patience,
  );

  test(
    'small counts could be worked out if only they were withheld',
    async () => {
      const attack = await startAttack(holdersOf);
      const recovered = [3].flatMap((seed) =>
        recoveredFrom(
          attack,
          published(seed).map((version) => ({ ...version, ...withoutSmall(version) })),
          threshold,
          gazetteer.places,
        ),
      );
      expect(recovered.filter(({ least, most }) => most - least < 1).length).toBeGreaterThan(0);
    },
    patience,
  );
});

/** Withholds each small count by itself and nothing for its sake. */
function withoutSmall({ slug, content }: SeenVersion) {
  const { cells, isAlreadyPublic } = countVersionOf({ id: slug, slug, publication: 0, isWithdrawn: false, content });
  const isLarge = (value: number) => isAlreadyPublic || value === 0 || value >= threshold;
  const totals = cells.totals.every(({ value }) => isLarge(value));
  return { totals, breakdown: totals && cells.breakdown.every(({ value }) => isLarge(value)) };
}
