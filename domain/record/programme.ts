import { defineRecord } from './define';
import { date, paragraphs, reference, required, text, yesNo } from './field';
import { compilersView, furtherSources, statement } from './statement';
import { inOrder } from './rules';

/** A set of projects with targets, such as a state programme for 2022-2026. */
export const programme = defineRecord({
  kind: 'programme',
  fields: {
    title: required(text()),
    titleIsOfficialName: yesNo(),
    description: paragraphs(),
    placeSlug: reference('place'),
    leadOrganisationSlug: reference('organisation'),
    startsOn: date(),
    endsOn: date(),
    statusAsStated: text(),
    statusOn: date(),
    ...statement,
    ...compilersView,
    furtherSources,
  },
  check: (content) => inOrder(content, 'startsOn', 'endsOn'),
});
