/** Every public page there is, by an address with something on it. The crawl finds what is linked; this is what must be. */
export const publicPages = [
  '/en',
  '/en/projects',
  '/en/projects?sector=housing&status=underway',
  '/en/projects/fuzuli-international-airport',
  '/en/projects/horadiz-aghband-railway',
  '/en/places',
  '/en/places/aghdam',
  '/en/places/lachin-district',
  '/en/returns',
  '/en/heritage',
  '/en/budget',
  '/en/data',
  '/en/data/projects',
  '/en/methodology',
] as const;
