import { defineRecord } from './define';
import { code, list, number, paragraphs, reference, required, text } from './field';
import { furtherSources, names, statement } from './statement';
import { pointIsWhole } from './rules';

/** A cultural or historical site. */
export const landmark = defineRecord({
  kind: 'landmark',
  fields: {
    title: required(text()),
    names,
    kind: required(code('landmark_kind')),
    placeSlug: required(reference('place')),
    communities: list({
      community: required(code('community')),
    }),
    designations: list({
      designation: required(text()),
      organisationSlug: reference('organisation'),
    }),
    description: paragraphs(),
    latitude: number('degrees', -90, 90),
    longitude: number('degrees', -180, 180),
    pointPrecisionKm: number('km', 0, 1000),
    ...statement,
    furtherSources,
  },
  check: pointIsWhole,
});
