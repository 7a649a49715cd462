import type { IsoDate } from '../calendar';

/** The first and the last second of a day where the record is kept, as the standard writes moments: with time and zone. */
export interface Moments {
  startOf(day: IsoDate): string;
  endOf(day: IsoDate): string;
}

/** The moments of a time zone such as `Asia/Baku`, each day with the offset it had. */
export function momentsIn(timeZone: string): Moments {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const written = new Map<string, string>();
  const write = (local: string): string => {
    const before = written.get(local);
    if (before) return before;
    const moment = `${local}${offsetAt(format, local)}`;
    written.set(local, moment);
    return moment;
  };
  return {
    startOf: (day) => write(`${day}T00:00:00`),
    endOf: (day) => write(`${day}T23:59:59`),
  };
}

/** `+04:00`. Before zones were agreed on a place had seconds too, which no such text can have: they are cut off. */
function offsetAt(format: Intl.DateTimeFormat, local: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const guessed = minutesOf(nameAt(format, asUtc));
  const name = nameAt(format, asUtc - guessed * 60_000);
  return /^GMT([+-]\d{2}:\d{2})/.exec(name)?.[1] ?? '+00:00';
}

const nameAt = (format: Intl.DateTimeFormat, moment: number): string =>
  format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';

function minutesOf(name: string): number {
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}
