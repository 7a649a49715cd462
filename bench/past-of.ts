import { day } from '@/domain/calendar';
import { now, type Past } from '@/domain/past';

/** `asOf=2026-11-01` or `until=2025-01-01`; anything else is now. */
export function pastOf(written: string): Past {
  const [name, on = ''] = written.split('=');
  if (name === 'asOf') return { ...now, asOf: day(on) };
  if (name === 'until') return { ...now, until: day(on) };
  return now;
}
