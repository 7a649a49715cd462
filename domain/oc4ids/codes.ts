import type { milestoneTypes, procurementMethods, ProjectStatus } from '../vocabulary';

/** The stages of the standard, a closed list. On hold is none of them: it is a flag, and our own field. */
export const standardStatus: Readonly<Record<ProjectStatus, string>> = {
  proposed: 'identification',
  planned: 'preparation',
  underway: 'implementation',
  completed: 'completion',
  in_use: 'maintenance',
  cancelled: 'cancelled',
};

/** What kind of milestone the standard calls ours; null where it has none. */
export const standardMilestoneType: Readonly<Record<(typeof milestoneTypes)[number], string | null>> = {
  foundation: 'delivery',
  start: 'delivery',
  approval: 'approval',
  delivery: 'delivery',
  opening: 'delivery',
  handover: 'delivery',
  other: null,
};

export const standardMethod: Readonly<Record<(typeof procurementMethods)[number], string | null>> = {
  open: 'open',
  selective: 'selective',
  limited: 'limited',
  direct: 'direct',
  not_stated: null,
};

/** The units that UN/CEFACT Recommendation 20 has a code for, by the text of our code lists. */
export const unitCode: Readonly<Record<string, string>> = {
  percent: 'P1',
  m: 'MTR',
  km: 'KMT',
  'm²': 'MTK',
  'km²': 'KMK',
  ha: 'HAR',
  'm³': 'MTQ',
  MW: 'MAW',
  kV: 'KVT',
};

/** `families_housed` becomes `familiesHoused`, as the standard writes its codes. A code of another form stays as it is. */
export const camelCase = (code: string): string =>
  isSnakeCase(code) ? code.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : code;

export const isSnakeCase = (code: string): boolean => /^[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*$/.test(code);

/**
 * The sector: the parent first, as the standard asks. A subsector that has no code of the standard keeps our own two: the
 * list of the standard is open, and has no word for homes that are not social housing, nor for mine clearance.
 */
export function sectorCodes(sector: string, subsector: { readonly code: string; readonly standard: string | null }) {
  const code = subsector.standard ?? `${sector}.${camelCase(subsector.code)}`;
  const parts = code.split('.');
  return [...new Set(parts.map((_, index) => parts.slice(0, index + 1).join('.')))].filter(Boolean);
}
