import { accumulations, moneyKinds, qualifiers } from '../vocabulary';
import { defineRecord } from './define';
import { choice, currency, date, money, owner, reference, required, text } from './field';
import { statement } from './statement';
import { atLeastOneOf } from './rules';

/** An amount of money of one kind for one period. */
export const budgetLine = defineRecord({
  kind: 'budget_line',
  fields: {
    programmeSlug: reference('programme'),
    projectSlug: owner('project'),
    placeSlug: reference('place'),
    kind: required(choice(moneyKinds)),
    kindAsStated: text(),
    accumulation: required(choice(accumulations)),
    amountMinorUnits: required(money()),
    currency: required(currency()),
    qualifier: choice(qualifiers),
    period: required(date()),
    ...statement,
  },
  check: (content) => atLeastOneOf(content, ['programmeSlug', 'projectSlug', 'placeSlug']),
});
