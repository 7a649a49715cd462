import { milestoneTypes } from '../vocabulary';
import { defineRecord } from './define';
import { choice, date, owner, required, text } from './field';
import { statement } from './statement';
import { atLeastOneOf } from './rules';

/** A dated event of a project: planned, forecast, actual. */
export const milestone = defineRecord({
  kind: 'milestone',
  fields: {
    projectSlug: required(owner('project')),
    title: required(text()),
    type: required(choice(milestoneTypes)),
    plannedOn: date(),
    forecastOn: date(),
    actualOn: date(),
    ...statement,
  },
  check: (content) => atLeastOneOf(content, ['plannedOn', 'forecastOn', 'actualOn']),
});
