import { certainties, conditions } from '../vocabulary';
import { defineRecord } from './define';
import { choice, date, owner, paragraphs, required, text } from './field';
import { compilersView, statement } from './statement';

/** What one source says of a landmark’s condition at one time. */
export const condition = defineRecord({
  kind: 'condition',
  fields: {
    landmarkSlug: required(owner('landmark')),
    condition: required(choice(conditions)),
    observedOn: date(),
    imageryOn: date(),
    cause: text(),
    extent: text(),
    certainty: required(choice(certainties)),
    statement: paragraphs(),
    ...statement,
    ...compilersView,
  },
});
