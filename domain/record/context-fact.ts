import { qualifiers } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, date, number, paragraphs, reference, required, text } from './field';
import { compilersView, statement } from './statement';
import { hasReferenceDate, needs } from './rules';

/** A sourced statement about a place or programme that is no project and no return. */
export const contextFact = defineRecord({
  kind: 'context_fact',
  fields: {
    category: required(code('fact_category')),
    placeSlug: reference('place'),
    programmeSlug: reference('programme'),
    projectSlug: reference('project'),
    landmarkSlug: reference('landmark'),
    referenceOn: date(),
    value: number('units'),
    unit: text(),
    qualifier: choice(qualifiers),
    statement: required(paragraphs()),
    ...statement,
    ...compilersView,
  },
  check: (content) => [...hasReferenceDate(content, 'referenceOn'), ...needs(content, 'value', 'unit')],
});
