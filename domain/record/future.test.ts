import { expect, test } from 'vitest';
import { day } from '../calendar';
import { futureDateWarnings } from './future';
import { records } from './records';

const today = day('2026-06-30');
const asked = (referenceOn: string | null, kind = 'observation') =>
  futureDateWarnings(records.progress_report, { kind, referenceOn }, today).map(({ path }) => path);

test.each(['2026-07-01', '2026-Q3', '2027'])('a reference date that is yet to come asks why: %s', (referenceOn) => {
  expect(asked(referenceOn)).toEqual(['referenceOn']);
});

test.each([null, '2026-06-30', '2026-06', '2026', '2025-12-31'])(
  'a day that has come, or may have, does not: %s',
  (referenceOn) => {
    expect(asked(referenceOn)).toEqual([]);
  },
);

test('a plan speaks of what is to come, and a promised date is no reference date', () => {
  expect(asked('2027', 'plan')).toEqual([]);
  expect(futureDateWarnings(records.progress_report, { promisedEndOn: '2030' }, today)).toEqual([]);
});

test('status and condition have reference dates of their own', () => {
  expect(futureDateWarnings(records.project, { statusOn: '2027' }, today)).toHaveLength(1);
  expect(futureDateWarnings(records.condition, { observedOn: '2027-01', imageryOn: '2027-01' }, today)).toHaveLength(2);
});
