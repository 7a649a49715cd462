import type { SeedRow } from './seed-row';
import { addRecord, outcomeOf, type RowOutcome } from './starter-change';

const languages = ['en', 'az', 'ru', 'hy'] as const;

export function readPlaces(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) =>
    outcomeOf(row, [
      addRecord('place', row.required('slug'), {
        type: row.required('type'),
        parentSlug: row.text('parent'),
        names: languages.flatMap((language) => namesIn(row, language)),
        members: row.list('members').map((placeSlug) => ({ placeSlug })),
        latitude: row.figure('latitude'),
        longitude: row.figure('longitude'),
        pointPrecisionKm: row.figure('point_precision_km'),
        namesBasis: row.text('names_basis'),
        obtained: row.required('obtained'),
        note: row.text('note'),
      }),
    ]),
  );
}

/** The kind of a name (official, historic ...) is not known: no source says. */
function namesIn(row: SeedRow, language: string) {
  const main = row.text(`name_${language}`);
  const others = row.list(`other_names_${language}`);
  return [
    ...(main ? [{ language, name: main, kind: 'not_stated', isMain: true }] : []),
    ...others.map((name) => ({ language, name, kind: 'not_stated', isMain: false })),
  ];
}
