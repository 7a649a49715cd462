import { beforeAll, expect, test } from 'vitest';
import { aCode, adding, changing, published, stated, theGround } from '@/test/record';
import { factsShownWith, readContextFacts } from './data-facts';
import { recordNow } from './record-at';

const aFact = (slug: string, category: string) =>
  adding('context_fact', slug, {
    category,
    placeSlug: 'a-village',
    referenceOn: '2026-01-01',
    statement: 'Stated by the ministry.',
    ...stated,
  });
const shownWith = async (figures: 'residents' | 'departures') =>
  (await readContextFacts(recordNow(), factsShownWith(figures), 'en')).map(({ slug }) => slug);

beforeAll(async () => {
  await published(
    ...theGround,
    aCode('fact_category', 'inhabitants', { showsWith: 'residents' }),
    aCode('fact_category', 'exodus', { showsWith: 'departures' }),
    aCode('fact_category', 'treaty'),
  );
  await published(aFact('many', 'inhabitants'), aFact('gone', 'exodus'), aFact('signed', 'treaty'));
});

test('facts are shown beside the figures that their category names, whatever the category is called', async () => {
  expect(await shownWith('residents')).toEqual(['many']);
  expect(await shownWith('departures')).toEqual(['gone']);
});

test('a category that is changed moves its facts', async () => {
  const { kind, slug, content } = aCode('fact_category', 'treaty', { showsWith: 'residents' });
  await published(changing(kind, slug, 1, content as Record<string, unknown>));
  expect(await shownWith('residents')).toEqual(['many', 'signed']);
});
