import { type Content, numberOf, rowsOf, textOf } from '../record/content';
import { isTrue, spanOf } from '../record/rules';
import type { Counting } from '../vocabulary';
import type { Box } from './box';
import type { Cell, CountVersion } from './count-version';

export interface PublishedContent {
  readonly id: string;
  readonly slug: string;
  readonly publication: number;
  readonly isWithdrawn: boolean;
  readonly content: Content;
}

/** What withholding needs of a resettlement record. Its content has passed its schema. */
export function countVersionOf({ id, slug, publication, isWithdrawn, content }: PublishedContent): CountVersion {
  const on = spanOf(content, 'referenceOn')?.last ?? null;
  const placeSlug = textOf(content, 'placeSlug') ?? '';
  const box: Box = {
    placeSlug,
    counting: (textOf(content, 'counting') ?? 'running_total') as Counting, // one of them, by its schema
    on,
    event: textOf(content, 'event'),
    origin: textOf(content, 'originPlaceSlug') ?? textOf(content, 'originAsStated'),
    sex: null,
    ageFrom: null,
    ageTo: null,
  };
  const cell = (measure: Cell['measure'], value: number | null, of: Partial<Box> = {}): readonly Cell[] =>
    value === null ? [] : [{ measure, value, box: { ...box, ...of } }];
  return {
    id,
    slug,
    placeSlug,
    publication,
    isWithdrawn,
    series: seriesOf(content),
    isAlreadyPublic: isTrue(content, 'alreadyPublic'),
    isDated: on !== null,
    cells: {
      totals: [...cell('persons', numberOf(content, 'persons')), ...cell('families', numberOf(content, 'families'))],
      breakdown: rowsOf(content, 'breakdown').flatMap(({ sex, ageFrom, ageTo, persons }) =>
        cell('persons', typeof persons === 'number' ? persons : null, {
          sex: sex === 'all' || typeof sex !== 'string' ? null : sex,
          ageFrom: typeof ageFrom === 'number' ? ageFrom : null,
          ageTo: typeof ageTo === 'number' ? ageTo : null,
        }),
      ),
    },
  };
}

/** The same people: one kind of movement, of one group, that happened or was announced. */
export const seriesOf = (content: Content): string =>
  [content.kind, content.populationGroup, content.stage].map((each) => String(each)).join(' ');
