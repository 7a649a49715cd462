import { useId, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Stands in the head, so that cells are numbers alone. */
  readonly unit?: string;
  /** `number` is right-aligned with tabular numerals. */
  readonly kind?: 'text' | 'number';
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row. */
  readonly isRowHead?: boolean;
  /** Makes the head a link. */
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | null };
}

export interface DataTableProps<Row> {
  /** What the table shows, always said; `isCaptionHidden` when a heading just said it. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly totals?: TableTotals;
  /** Shown instead of the rows when there are none. */
  readonly empty?: ReactNode;
  /** On a phone: each row a card with named values (default), or a table that scrolls sideways. */
  readonly phone?: 'cards' | 'scroll';
  /** `compact` for tables of many short rows. */
  readonly density?: 'normal' | 'compact';
  readonly note?: ReactNode;
}

export interface TableTotals {
  readonly label: string;
  /** By column id. */
  readonly cells: Readonly<Record<string, ReactNode>>;
  /** What the totals leave out: "3 projects without an amount are not in it." */
  readonly leavesOut?: ReactNode;
}

/** Server-drawn, sortable by links, readable as a table by every reader; cards on a phone by CSS alone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, totals, phone = 'cards', density = 'normal' } = props;
  const t = useTranslations('tables');
  const captionId = useId();
  if (rows.length === 0) return props.empty ?? <p className={styles.note}>{t('empty')}</p>;
  return (
    <div className={styles.frame}>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={`${styles.scroll} ${styles[phone]}`} role="region" aria-labelledby={captionId} tabIndex={0}>
        {/* Roles are said, for a table that CSS shows as cards is no table to some readers. */}
        <table role="table" className={`${styles.table} ${styles[density]}`}>
          <caption id={captionId} className={props.isCaptionHidden ? 'visually-hidden' : undefined}>
            {caption}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Head key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={props.rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          {totals && <Totals totals={totals} columns={columns} />}
        </table>
      </div>
      {totals?.leavesOut && <p className={styles.note}>{totals.leavesOut}</p>}
      {props.note && <div className={styles.note}>{props.note}</div>}
    </div>
  );
}

function Head<Row>({ column }: { readonly column: Column<Row> }) {
  const t = useTranslations('tables');
  const { head, unit, kind, sort } = column;
  const text = (
    <>
      {head}
      {unit && <span className={styles.unit}> ({unit})</span>}
    </>
  );
  return (
    <th
      scope="col"
      role="columnheader"
      className={kind === 'number' ? styles.number : undefined}
      aria-sort={sort?.direction ?? undefined}
    >
      {sort ? (
        <Link className={styles.sort} href={sort.href} title={t('sortBy', { column: head })}>
          {text}
          <svg viewBox="0 0 8 12" aria-hidden="true">
            <path d="M4 0 7 4.5H1Z" opacity={sort.direction === 'descending' ? 0.25 : sort.direction ? 1 : 0.4} />
            <path d="M4 12 1 7.5h6Z" opacity={sort.direction === 'ascending' ? 0.25 : sort.direction ? 1 : 0.4} />
          </svg>
        </Link>
      ) : (
        text
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const label = column.unit ? `${column.head} (${column.unit})` : column.head;
  const className = column.kind === 'number' ? styles.number : undefined;
  if (column.isRowHead) {
    return (
      <th scope="row" role="rowheader" className={`${styles.rowHead} ${className ?? ''}`} data-label={label}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={label}>
      {column.cell(row)}
    </td>
  );
}

function Totals<Row>({ totals, columns }: { readonly totals: TableTotals; readonly columns: readonly Column<Row>[] }) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader" className={styles.rowHead}>
          {totals.label}
        </th>
        {others.map((column) => (
          <td
            role="cell"
            key={column.id}
            className={column.kind === 'number' ? styles.number : undefined}
            data-label={column.head}
          >
            {totals.cells[column.id]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
