import { codeLists, codeSlug } from '@/domain/record/code-lists';
import type { ProposedChange } from '@/domain/submission/change';
import type { SeedRow } from './seed-row';
import { addRecord } from './starter-change';

const languages = ['en', 'az', 'ru', 'hy'] as const;

/** The open lists that the starter facts need, and a few codes that any programme will. */
export function readCodes(rows: readonly SeedRow[]): readonly ProposedChange[] {
  return rows.map((row) => {
    const list = codeLists.find((each) => each === row.required('list'));
    if (!list) throw new Error(`${row.file}, row ${row.number}: no such list`);
    const isSummable = row.text('is_summable');
    return addRecord('code', codeSlug(list, row.required('code')), {
      list,
      code: row.required('code'),
      labels: languages.flatMap((language) => {
        const label = row.text(`label_${language}`);
        return label ? [{ language, label }] : [];
      }),
      meaning: row.text('meaning'),
      unit: row.text('unit'),
      isSummable: isSummable === null ? null : isSummable === 'yes',
      sector: row.text('sector'),
      showsWith: row.text('shows_with'),
      standardCode: row.text('standard_code'),
      order: row.figure('order'),
    });
  });
}
