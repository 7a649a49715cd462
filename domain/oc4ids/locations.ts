import { type Json, type JsonObject, known } from './json';
import { own, recordId, reference } from './own';
import { pageAddress, type Publishing } from './publishing';
import type { ToldPlace, ToldProject } from './told';

/** Our own gazetteer, in the standard's open list of gazetteers. */
export const gazetteerScheme = 'cornerstone-places';

/** The places of a project, and its own geometry where it has one. Longitude comes first. */
export function locationsOf(project: ToldProject, publishing: Publishing): readonly JsonObject[] {
  const { places, geometry } = project;
  return [
    ...places.map((place) => locationOf(place, publishing)),
    ...(geometry
      ? [
          {
            id: recordId('project', 'geometry'),
            description: publishing.words('oc4ids.words.geometry'),
            geometry: { type: geometry.type, coordinates: geometry.coordinates as readonly Json[] }, // checked where it was entered
          },
        ]
      : []),
  ];
}

function locationOf(place: ToldPlace, publishing: Publishing): JsonObject {
  const { latitude, longitude } = place;
  return known({
    id: recordId('place', place.slug),
    description: place.name,
    geometry: latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
    gazetteer: { scheme: gazetteerScheme, identifiers: [place.slug] },
    uri: pageAddress(publishing, `/places/${place.slug}`),
    ...own({
      type: place.type,
      within: place.within && reference(place.within),
      pointPrecisionKm: place.pointPrecisionKm,
      names: place.names.map((name) => known({ ...name })),
    }),
  });
}
