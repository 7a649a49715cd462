import { type StatedPercent, undisputed } from '@/domain/forecast/expected-finish';
import { day, daysAfter, type DateSpan, type IsoDate } from '@/domain/calendar';
import type { DoneProject } from '@/domain/forecast/backtest';

const kinds = [
  { sector: 'housing', subsector: 'homes' },
  { sector: 'housing', subsector: 'repairs' },
  { sector: 'infrastructure', subsector: 'road' },
  { sector: 'infrastructure', subsector: 'school' },
  { sector: 'infrastructure', subsector: 'water' },
  { sector: 'cultural', subsector: 'restoration' },
] as const;

/**
 * Made-up projects that ended: works along an S, most of them longer than planned, some stopped for months, reported now
 * and then, rounded and not quite right. The same seed makes the same projects on every machine.
 */
export function syntheticProjects(seed: number, count: number): readonly DoneProject[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => syntheticProject(random));
}

function syntheticProject(random: () => number): DoneProject {
  const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
  const start = daysAfter(day('2010-01-01'), Math.floor(random() * 3650));
  const plannedDays = Math.round(180 * 8 ** random());
  const workDays = Math.max(60, Math.round(plannedDays * Math.exp(0.2 + 0.35 * normal(random))));
  const stop =
    random() < 0.3
      ? { after: 0.2 + 0.6 * random(), days: Math.round(workDays * (0.1 + 0.4 * random())) }
      : { after: 1, days: 0 };
  const actualDays = workDays + stop.days;
  // Between a straight line and a full S, so that neither fits all.
  const bend = random();
  const everyDays = 60 + Math.floor(random() * 120);
  const reports: StatedPercent[] = [];
  for (let since = everyDays; since < actualDays; since += Math.round(everyDays * (0.7 + 0.6 * random()))) {
    const stopsAt = stop.after * workDays;
    const worked = since <= stopsAt ? since : Math.max(stopsAt, since - stop.days);
    const share = worked / workDays;
    const done = 100 * ((1 - bend) * share + bend * share * share * (3 - 2 * share));
    const percent = Math.min(99, Math.max(0, Math.round(done + 3 * normal(random))));
    reports.push(undisputed(onDay(daysAfter(start, since)), percent));
  }
  return {
    ...kind,
    status: 'completed',
    startOn: onDay(start),
    baselineEndOn: onDay(daysAfter(start, plannedDays)),
    actualEndOn: onDay(daysAfter(start, actualDays)),
    reports,
  };
}

const onDay = (exact: IsoDate): DateSpan => ({ first: exact, last: exact, precision: 'day' });

/** About normal, mean 0 and deviation 1: twelve throws, so that only additions decide it, alike on every machine. */
function normal(random: () => number): number {
  let sum = -6;
  for (let thrown = 0; thrown < 12; thrown += 1) sum += random();
  return sum;
}

/** A small generator of even numbers from 0 to 1, of 32 bits. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
