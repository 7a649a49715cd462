import { expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import { runningQuarters } from './quarters';

const on = (text: string, count = 1) => ({ on: day(text), count });

test('counts what was planned and done by the end of each quarter', () => {
  const quarters = runningQuarters([on('2023-12-31', 2), on('2024-04-01')], [on('2024-02-29')], day('2024-05-01'));
  expect(quarters.map(({ year, quarter, planned, done }) => [year, quarter, planned, done])).toEqual([
    [2023, 4, 2, 0],
    [2024, 1, 2, 1],
    [2024, 2, 3, 1],
  ]);
});

test('says nothing of what is done in a quarter that has not begun', () => {
  const quarters = runningQuarters([on('2024-12-31')], [], day('2024-08-01'));
  expect(quarters.map(({ done }) => done)).toEqual([0, null]);
});

test('is empty without any promise', () => {
  expect(runningQuarters([], [], day('2024-08-01'))).toEqual([]);
});
