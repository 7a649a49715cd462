import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import type { MappedKind } from '@/domain/oc4ids/mapping';
import { mappingRows, type Words } from './mapping-rows';
import styles from './oc4ids.module.css';

/** Where each field of a kind of record stands in a package, and why some have no place there. */
export function MappingTable({ kind }: { readonly kind: MappedKind }) {
  const t = useTranslations();
  const page = useTranslations('oc4ids.page');
  return (
    <DataTable
      caption={page('mapping.caption', { kind: t(`record.${kind}.name`) })}
      isCaptionHidden
      density="compact"
      rows={mappingRows(kind, t as Words)} // keys that the table of the mapping holds
      rowKey={({ field }) => field}
      columns={[
        { id: 'field', head: page('mapping.field'), isRowHead: true, cell: ({ label }) => label },
        {
          id: 'standard',
          head: page('mapping.standard'),
          cell: ({ standard, absent }) =>
            absent ?? (standard.length > 0 ? <Paths paths={standard} /> : page('mapping.none')),
        },
        {
          id: 'ours',
          head: page('mapping.ours'),
          cell: ({ ours }) => (ours.length > 0 ? <Paths paths={ours} /> : page('mapping.none')),
        },
      ]}
    />
  );
}

/** Paths below each other, each of which may break at its dots. */
export function Paths({ paths }: { readonly paths: readonly string[] }) {
  return (
    <ul className={styles.paths}>
      {paths.map((path) => (
        <li key={path}>
          <code>
            {path.split('.').map((part, index) => (
              <span key={index}>
                {index > 0 && (
                  <>
                    .<wbr />
                  </>
                )}
                {part}
              </span>
            ))}
          </code>
        </li>
      ))}
    </ul>
  );
}
