import { countings, personsMethods, qualifiers, resettlementKinds, resettlementStages, sexes } from '../vocabulary';
import { defineRecord } from './define';
import { choice, code, date, list, number, reference, required, text, whole, yesNo } from './field';
import { statement } from './statement';
import type { Content } from './content';
import { error, warning, type Finding } from './finding';
import { atLeastOneOf, hasReferenceDate, isKnown, isTrue, numberIn } from './rules';

/** Families and persons of one population group at one place for one date. */
export const resettlement = defineRecord({
  kind: 'resettlement',
  fields: {
    placeSlug: required(reference('place')),
    kind: required(choice(resettlementKinds)),
    populationGroup: required(code('population_group')),
    stage: required(choice(resettlementStages)),
    counting: required(choice(countings)),
    event: text(120),
    referenceOn: date(),
    dateBasis: text(),
    families: whole('families'),
    persons: whole('persons'),
    qualifier: choice(qualifiers),
    personsMethod: required(choice(personsMethods)),
    personsPerFamily: number('persons per family', 1, 20),
    originPlaceSlug: reference('place'),
    originAsStated: text(),
    breakdown: list({
      sex: required(choice(sexes)),
      ageFrom: whole('years', 0, 150),
      ageTo: whole('years', 0, 150),
      persons: required(whole('persons')),
    }),
    /** A statement about groups that anyone could read before it was entered: it is shown whatever it says. */
    alreadyPublic: yesNo(),
    publicBecause: text(),
    ...statement,
  },
  check: (content) => [
    ...hasReferenceDate(content, 'referenceOn'),
    ...atLeastOneOf(content, ['families', 'persons']),
    ...familiesAgainstPersons(content),
    ...(isTrue(content, 'alreadyPublic') && !isKnown(content, 'publicBecause')
      ? [error('needs-other', 'publicBecause', { other: 'alreadyPublic' })]
      : []),
    // Only of a count that is shown: the words may tell it.
    ...(isKnown(content, 'publicBecause') && !isTrue(content, 'alreadyPublic')
      ? [error('needs-other', 'alreadyPublic', { other: 'publicBecause' })]
      : []),
  ],
});

/**
 * A family has at least one person. An estimate that its own factor does not give, to the nearest ten, is a warning:
 * the source may have rounded.
 */
function familiesAgainstPersons(content: Content): readonly Finding[] {
  const families = numberIn(content, 'families');
  const persons = numberIn(content, 'persons');
  const factor = numberIn(content, 'personsPerFamily');
  if (content.personsMethod === 'estimated' && !isKnown(content, 'personsPerFamily')) {
    return [error('needs-other', 'personsPerFamily', { other: 'personsMethod' })];
  }
  if (families === null || persons === null) return [];
  if (persons < families) return [error('more-families-than-persons', 'persons')];
  const isOff = factor !== null && Math.abs(families * factor - persons) > 10;
  return isOff ? [warning('estimate-differs', 'persons', { other: String(Math.round(families * factor)) })] : [];
}
