import { readinessStates } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, date, paragraphs, reference, required } from './field';
import { statement } from './statement';
import { textOf } from './content';
import { error } from './finding';
import { hasReferenceDate, isKnown } from './rules';

/** Whether one service is ready at one place. */
export const readiness = defineRecord({
  kind: 'readiness',
  fields: {
    placeSlug: required(reference('place')),
    service: required(code('service')),
    state: required(choice(readinessStates)),
    referenceOn: required(date()),
    promisedOn: date(),
    projectSlug: reference('project'),
    statement: paragraphs(),
    ...statement,
  },
  check: (content) => [
    ...hasReferenceDate(content, 'referenceOn'),
    ...(textOf(content, 'state') === 'ready' && isKnown(content, 'promisedOn')
      ? [error('not-both', 'promisedOn', { other: 'state' })]
      : []),
  ],
});
