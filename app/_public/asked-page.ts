import { headers } from 'next/headers';
import type { AskedPage } from '@/components/layout/asked-page';
import { drawAt } from '@/components/layout/read-at';
import { now, pastNames, readPast } from '@/domain/past';
import { today } from '@/server/clock';

/** Of the front and of the router, not of the reader: a decorated link, a page number of another day. */
const notKept = /^(?:utm_|_rsc$|page$)/;

/** The page that a layout stands around, which only pages are told: `proxy.ts` hands its address down. */
export async function askedPage(): Promise<AskedPage> {
  const asked = (await headers()).get('x-asked-path') ?? '/';
  const { pathname, searchParams } = new URL(asked, 'http://record.invalid');
  const names = [...new Set(searchParams.keys())];
  const read = readPast(Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])), today());
  const past = read.ok ? read.value.past : now;
  drawAt(past);
  const isDay = (name: string) => pastNames.some((day) => day === name);
  return {
    pathname,
    kept: [...searchParams].filter(([name, value]) => value !== '' && !isDay(name) && !notKept.test(name)),
    past,
  };
}
