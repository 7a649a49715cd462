import { accumulations, qualifiers, targetMetrics } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, date, number, reference, required } from './field';
import { statement } from './statement';
import { textOf } from './content';
import { atLeastOneOf, inOrder } from './rules';

/** A promised value for a place or programme by a date. */
export const target = defineRecord({
  kind: 'target',
  fields: {
    programmeSlug: reference('programme'),
    placeSlug: reference('place'),
    metric: required(choice(targetMetrics)),
    accumulation: choice(accumulations),
    measure: code('measure'),
    populationGroup: code('population_group'),
    value: required(number('units', 0)),
    qualifier: choice(qualifiers),
    dueOn: required(date()),
    statedOn: date(),
    ...statement,
  },
  check: (content) => [
    ...atLeastOneOf(content, ['programmeSlug', 'placeSlug']),
    ...inOrder(content, 'statedOn', 'dueOn'),
    ...(textOf(content, 'metric') === 'measure'
      ? atLeastOneOf(content, ['measure'])
      : atLeastOneOf(content, ['populationGroup'])),
  ],
});
