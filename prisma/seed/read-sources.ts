import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord, type RowOutcome } from './starter-change';

export function readSources(rows: readonly SeedRow[]): readonly RowOutcome[] {
  return rows.map((row) => ({
    row,
    changes: [
      addRecord('source', row.required('slug'), {
        publisher: row.required('publisher'),
        title: row.required('title'),
        titleBasis: row.required('title_basis'),
        url: row.text('url'),
        publishedOn: row.text('published_on'),
        language: row.text('language'),
      }),
    ],
    decision: null,
  }));
}

/** What recalled rows cite: common knowledge, for which nobody opened a page. */
export const recalledSource: ProposedChange = addRecord('source', 'recalled-no-page-checked', {
  publisher: 'Compilers of the starter facts',
  title: 'Recalled, no page checked',
  titleBasis: 'recalled',
  note: 'Common knowledge that stands in the starter facts without a page. It waits for a source.',
});
