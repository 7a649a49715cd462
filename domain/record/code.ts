import { sectors } from '../vocabulary';
import { codeLists } from './code-lists';
import { defineRecord } from './define';
import { choice, language, list, paragraphs, required, text, whole, yesNo } from './field';

/** A code of an open list: a subsector, measure, service, population group, role, landmark kind. */
export const code = defineRecord({
  kind: 'code',
  fields: {
    list: required(choice(codeLists)),
    code: required(text()),
    labels: required(list({
      language: required(language()),
      label: required(text()),
    })),
    meaning: paragraphs(),
    unit: text(),
    isSummable: yesNo(),
    sector: choice(sectors),
    standardCode: text(),
    order: whole('position'),
  },
});
