import type { ExportColumn } from './column';

/** Messages from their root, as next-intl hands them out. */
type Words = (key: string, values?: Record<string, string>) => string;

export interface ColumnInWords {
  readonly header: string;
  readonly type: string;
  readonly unit: string | null;
  readonly meaning: string;
}

/** What a column of a file holds, in a reader's words: the dictionary on the page and in docs/ say the same. */
export function columnInWords(column: ExportColumn, t: Words): ColumnInWords {
  const ofField = t(column.meaning);
  const ofFacet = column.facet === 'value' ? ofField : t(`columns.facet.${column.facet}`, { meaning: ofField });
  const isListed = column.origin === 'field' && column.list !== null;
  return {
    header: column.header,
    type: t(`columns.type.${column.type.replaceAll(' ', '_')}`),
    unit: column.unit ? t(`columns.unit.${column.unit}`) : null,
    meaning: isListed ? t('columns.inList', { meaning: ofFacet }) : ofFacet,
  };
}
