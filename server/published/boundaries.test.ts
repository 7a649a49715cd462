import { expect, test } from 'vitest';
import { drawMap } from './boundaries';

const districts = ['aghdam-district', 'lachin-district', 'zangilan-district'];

test('each district has its shape and a label within the picture', () => {
  const map = drawMap(districts, { width: 640, margin: 24 });
  expect(map?.shapes.map(({ slug }) => slug).toSorted()).toEqual(districts);
  for (const { path, center } of map?.shapes ?? []) {
    expect(path).toMatch(/^M[\d.,LMZ-]+Z$/);
    expect(center[0]).toBeGreaterThan(24);
    expect(center[0]).toBeLessThan(616);
    expect(center[1]).toBeGreaterThan(24);
    expect(center[1]).toBeLessThan((map?.height ?? 0) - 24);
  }
});

test('north is up and east is right: Lachin lies west of Aghdam, Zangilan south of both', () => {
  const map = drawMap(districts, { width: 640, margin: 24 });
  const at = (slug: string) => map?.shapes.find((shape) => shape.slug === slug)?.center ?? [0, 0];
  expect(at('lachin-district')[0]).toBeLessThan(at('aghdam-district')[0]);
  expect(at('zangilan-district')[1]).toBeGreaterThan(at('lachin-district')[1]);
});

test('a town stands near the label of its district, and a point far away is not on the map', () => {
  const map = drawMap('all', { width: 320, margin: 12 });
  const point = map?.pointOf(46.66, 39.08); // Zangilan
  const center = map?.shapes.find(({ slug }) => slug === 'zangilan-district')?.center ?? [0, 0];
  expect(Math.hypot((point?.[0] ?? 0) - center[0], (point?.[1] ?? 0) - center[1])).toBeLessThan(20);
  expect(map?.pointOf(2.35, 48.86)).toBeNull();
});

test('a unit of the picture is as many kilometres as the ground says: Aghdam to Zangilan is about 103', () => {
  const map = drawMap('all', { width: 320, margin: 12 });
  const [one, other] = [map?.pointOf(46.93, 39.99), map?.pointOf(46.66, 39.08)];
  const units = Math.hypot((one?.[0] ?? 0) - (other?.[0] ?? 0), (one?.[1] ?? 0) - (other?.[1] ?? 0));
  expect(units * (map?.kmPerUnit ?? 0)).toBeGreaterThan(100);
  expect(units * (map?.kmPerUnit ?? 0)).toBeLessThan(107);
});

test('a record without any of these places has no map', () => {
  expect(drawMap(['elsewhere'], { width: 640, margin: 24 })).toBeNull();
});
