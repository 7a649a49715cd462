import { factPlacements, sectors } from '../vocabulary';
import { codeLists } from './code-lists';
import { textOf } from './content';
import { defineRecord } from './define';
import { choice, language, list, paragraphs, required, text, whole, yesNo } from './field';
import { error } from './finding';
import { isKnown } from './rules';

/** A code of an open list: a subsector, measure, service, population group, role, landmark kind. */
export const code = defineRecord({
  kind: 'code',
  fields: {
    list: required(choice(codeLists)),
    code: required(text()),
    labels: required(
      list({
        language: required(language()),
        label: required(text()),
      }),
    ),
    meaning: paragraphs(),
    unit: text(),
    isSummable: yesNo(),
    sector: choice(sectors),
    showsWith: choice(factPlacements),
    standardCode: text(),
    order: whole('position'),
  },
  check: (content) =>
    isKnown(content, 'showsWith') && textOf(content, 'list') !== 'fact_category'
      ? [error('not-both', 'showsWith', { other: 'list' })]
      : [],
});
