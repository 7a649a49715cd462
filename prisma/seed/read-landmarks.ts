import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, furtherSourcesOf, noteOf, statementOf } from './starter-change';

/** A site and what is claimed of its condition. Where the row holds a rival claim, both stand. */
export function readLandmarkRow(row: SeedRow): readonly ProposedChange[] {
  const landmarkSlug = row.required('slug');
  const statedAs = row.text('status_as_stated');
  const landmark = addRecord('landmark', landmarkSlug, {
    title: row.required('title'),
    kind: row.required('landmark_kind'),
    placeSlug: row.required('place'),
    description: row.text('description'),
    ...statementOf(row),
    furtherSources: furtherSourcesOf(row),
  });
  const claim = addRecord('condition', row.required('condition_slug'), {
    landmarkSlug,
    condition: row.required('condition'),
    observedOn: row.text('condition_observed_on'),
    cause: row.text('condition_cause'),
    certainty: 'not_stated',
    statement: row.text('condition_statement'),
    ...statementOf(row),
    statedBySlug: row.required('condition_stated_by'),
    note: noteOf(row, statedAs ? `Status as stated: ${statedAs}.` : null),
    confidence: row.text('confidence'),
    tier: row.figure('tier'),
  });
  return [landmark, claim, ...rivalClaimOf(row)];
}

function rivalClaimOf(row: SeedRow): readonly ProposedChange[] {
  const slug = row.text('rival_slug');
  if (!slug) return [];
  return [
    addRecord('condition', slug, {
      ...statementOf(row),
      landmarkSlug: row.required('slug'),
      condition: row.required('rival_condition'),
      certainty: 'not_stated',
      statement: row.required('rival_statement'),
      statedBySlug: row.required('rival_stated_by'),
      sourceSlug: row.required('rival_source'),
      confidence: row.text('confidence'),
      tier: row.figure('tier'),
    }),
  ];
}
