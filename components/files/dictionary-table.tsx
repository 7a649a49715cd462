import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import { columnsOf, type TableName } from '@/domain/export/tables';
import { hxlTag, isTagged } from '@/domain/export/hxl';
import { type ColumnInWords, columnInWords } from '@/domain/export/column-words';

/** Every column of a table: its name, what it holds, its type and unit. */
export function DictionaryTable({ table }: { readonly table: TableName }) {
  const t = useTranslations();
  const files = useTranslations('files.dictionary');
  const hxl = useTranslations('hxl');
  return (
    <DataTable
      caption={files('caption')}
      isCaptionHidden
      density="compact"
      rows={columnsOf(table).map((column) => columnInWords(column, t))}
      rowKey={({ header }) => header}
      columns={[
        { id: 'header', head: files('column'), isRowHead: true, cell: ({ header }) => <code>{header}</code> },
        { id: 'meaning', head: files('meaning'), cell: ({ meaning }) => meaning },
        { id: 'type', head: files('type'), cell: ({ type }) => type },
        { id: 'unit', head: files('unit'), cell: ({ unit }) => unit ?? files('noUnit') },
        ...(isTagged(table) ? [tagColumn(table, hxl('tag'), hxl('noTag'))] : []),
      ]}
    />
  );
}

const tagColumn = (table: TableName, head: string, none: string) => ({
  id: 'tag',
  head,
  cell: ({ header }: ColumnInWords) => {
    const tag = hxlTag(table, header);
    return tag ? <Tag tag={tag} /> : none;
  },
});

/** A tag may break before each of its attributes. */
function Tag({ tag }: { readonly tag: string }) {
  return (
    <code>
      {tag.split('+').map((part, index) => (
        <span key={index}>
          {index > 0 && (
            <>
              <wbr />+
            </>
          )}
          {part}
        </span>
      ))}
    </code>
  );
}
