import { projectStatuses, qualifiers, sectors } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, date, geometry, list, number, paragraphs, reference, required, text, yesNo } from './field';
import { compilersView, furtherSources, statement } from './statement';
import { error } from './finding';
import { inOrder, isKnown, isTrue, needs, withoutRepeats } from './rules';

/** One reconstruction undertaking at one or more places. */
export const project = defineRecord({
  kind: 'project',
  fields: {
    title: required(text()),
    titleIsOfficialName: yesNo(),
    description: paragraphs(),
    sector: required(choice(sectors)),
    subsector: required(code('subsector')),
    programmeSlug: reference('programme'),
    partOfSlug: reference('project'),
    partWeight: number('weight', 0, 1000000),
    landmarkSlug: reference('landmark'),
    places: required(
      list({
        placeSlug: required(reference('place')),
      }),
    ),
    geometry: geometry(),
    parties: list({
      organisationSlug: required(reference('organisation')),
      role: required(code('role')),
    }),
    measures: list({
      measure: required(code('measure')),
      plannedQuantity: number('units', 0),
      qualifier: choice(qualifiers),
      unitAsStated: text(),
    }),
    status: required(choice(projectStatuses)),
    statusAsStated: text(),
    statusOn: date(),
    isOnHold: yesNo(),
    onHoldReason: text(),
    inUseNote: text(),
    baselineStartOn: date(),
    baselineEndOn: date(),
    baselineReason: text(),
    forecastEndOn: date(),
    actualStartOn: date(),
    actualEndOn: date(),
    ...statement,
    ...compilersView,
    furtherSources,
  },
  check: (content) => [
    ...inOrder(content, 'baselineStartOn', 'baselineEndOn'),
    ...inOrder(content, 'actualStartOn', 'actualEndOn'),
    ...inOrder(content, 'actualStartOn', 'forecastEndOn'),
    ...needs(content, 'partWeight', 'partOfSlug'),
    ...withoutRepeats(content, 'places', 'placeSlug'),
    ...withoutRepeats(content, 'measures', 'measure'),
    ...(isTrue(content, 'isOnHold') && !isKnown(content, 'onHoldReason')
      ? [error('needs-reason', 'onHoldReason')]
      : []),
  ],
});
