import { type Content, numberOf, rowsOf, textOf } from '../record/content';
import { isTrue, spanOf } from '../record/rules';
import type { Counting } from '../vocabulary';
import type { Box } from './box';
import type { Cell, CountVersion, LostCell } from './count-version';
import { withheldWord } from './not-held';

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
  const lost = (measure: Cell['measure'], value: unknown, of: Partial<Box> = {}): readonly LostCell[] =>
    value === withheldWord ? [{ measure, box: { ...box, ...of } }] : [];
  const parts = rowsOf(content, 'breakdown').map(({ sex, ageFrom, ageTo, persons }) => ({
    persons,
    of: {
      sex: sex === 'all' || typeof sex !== 'string' ? null : sex,
      ageFrom: typeof ageFrom === 'number' ? ageFrom : null,
      ageTo: typeof ageTo === 'number' ? ageTo : null,
    },
  }));
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
      breakdown: parts.flatMap(({ persons, of }) => cell('persons', typeof persons === 'number' ? persons : null, of)),
    },
    lost: {
      totals: [...lost('persons', content.persons), ...lost('families', content.families)],
      breakdown: parts.flatMap(({ persons, of }) => lost('persons', persons, of)),
    },
  };
}

/** The same people: one kind of movement, of one group, that happened or was announced. */
export const seriesOf = (content: Content): string =>
  [content.kind, content.populationGroup, content.stage].map((each) => String(each)).join(' ');
