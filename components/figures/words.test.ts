import { expect, test } from 'vitest';
import * as vocabulary from '@/domain/vocabulary';
import messages from '@/messages/en.json';

const { words } = messages;

test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ['sectors', vocabulary.sectors, words.sector],
  ['statuses', vocabulary.projectStatuses, words.status],
  ['conditions', vocabulary.conditions, words.condition],
  ['certainties', vocabulary.certainties, words.certainty],
  ['kinds of money', vocabulary.moneyKinds, words.moneyKind],
  ['accumulations', vocabulary.accumulations, words.accumulation],
  ['qualifiers', vocabulary.qualifiers, words.qualifier],
  ['bases of quantities', vocabulary.quantityBases, words.quantityBasis],
  ['verifications', vocabulary.verifications, words.verification],
  ['meanings of verifications', vocabulary.verifications, words.verificationMeaning],
  ['ways to obtain', vocabulary.obtainments, words.obtainment],
  ['confidences', vocabulary.confidences, words.confidence],
  ['types of places', vocabulary.placeTypes, words.placeType],
  ['kinds of names', vocabulary.nameKinds, words.nameKind],
  ['kinds of resettlement', vocabulary.resettlementKinds, words.resettlementKind],
  ['stages of resettlement', vocabulary.resettlementStages, words.resettlementStage],
  ['ways to count', vocabulary.countings, words.counting],
  ['ways to arrive at persons', vocabulary.personsMethods, words.personsMethod],
  ['states of readiness', vocabulary.readinessStates, words.readiness],
])('all %s have a word', (_, values, labels) => {
  expect(values.filter((value) => !labels[value])).toEqual([]);
});
