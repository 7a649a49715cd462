/** The addresses of packages, each told in words under `oc4ids.page.addresses`. */
export const addresses = {
  all: '/data/oc4ids.json',
  filtered: '/data/oc4ids.json?sector=housing&late=yes',
  one: '/data/oc4ids/<project>.json',
  past: '/data/oc4ids.json?asOf=2026-01-31',
  language: '/data/oc4ids.json?language=en',
} as const;

export const addressNames = Object.keys(addresses) as readonly (keyof typeof addresses)[]; // its own keys
