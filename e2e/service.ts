import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the journeys' own service runs, apart from any other on this machine. */
export const port = Number(process.env.CORNERSTONE_TEST_PORT ?? 3987);
export const dataDirectory = process.env.CORNERSTONE_TEST_DATA_DIR ?? join(tmpdir(), 'cornerstone-journeys');

const person = (name: string) => ({ email: `${name}@journeys.example`, name, password: `${name} walks a long road` });

export const administrator = person('administrator');
export const people = {
  administrator,
  editor: person('editor'),
  colleague: person('colleague'),
  reviewer: person('reviewer'),
  secondReviewer: person('second-reviewer'),
} as const;
export type PersonName = keyof typeof people;
