import { expect, test } from 'vitest';
import { type DateSpan, readDateSpan } from '../calendar';
import { chosenDay } from './chosen-day';

function span(text: string): DateSpan {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

test('an event stands on the day it happened, else on the expected one, else on the planned one', () => {
  const [planned, forecast, actual] = ['2026-01-01', '2026-02-01', '2026-03-01'].map(span) as [
    DateSpan,
    DateSpan,
    DateSpan,
  ]; // three of three
  expect(chosenDay({ planned, forecast, actual })?.is).toBe('actual');
  expect(chosenDay({ planned, forecast, actual: null })?.is).toBe('forecast');
  expect(chosenDay({ planned, forecast: null, actual: null })?.is).toBe('planned');
  expect(chosenDay({ planned: null, forecast: null, actual: null })).toBeNull();
});

test.each(['2026-05', '2026-Q2', '2026', '2026-05-01/2026-05-03'])('%s is tentative, with its whole span', (text) => {
  const chosen = chosenDay({ planned: span(text), forecast: null, actual: null });
  expect(chosen).toMatchObject({ isTentative: true, on: span(text) });
});

test('a day is not tentative', () => {
  expect(chosenDay({ planned: span('2026-05-04'), forecast: null, actual: null })?.isTentative).toBe(false);
});
