import { obtainments, placeTypes } from '../vocabulary';
import { defineRecord } from './define';
import { choice, list, number, paragraphs, reference, required, text } from './field';
import { names } from './statement';
import { pointIsWhole, withoutRepeats } from './rules';

/** A node of the gazetteer: region, district, city, town, village, site, or a reporting zone across districts. */
export const place = defineRecord({
  kind: 'place',
  fields: {
    type: required(choice(placeTypes)),
    parentSlug: reference('place'),
    names: required(names),
    members: list({
      placeSlug: required(reference('place')),
    }),
    latitude: number('degrees', -90, 90),
    longitude: number('degrees', -180, 180),
    pointPrecisionKm: number('km', 0, 1000),
    namesBasis: text(),
    obtained: required(choice(obtainments)),
    sourceSlug: reference('source'),
    note: paragraphs(),
  },
  check: (content) => [...pointIsWhole(content), ...withoutRepeats(content, 'members', 'placeSlug')],
});
