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
  // Roles are said, for a table that CSS shows as cards is no table to some readers; one that stays a table needs none.
  const isCards = phone === 'cards';
  const roleOf = (role: Role) => (isCards ? role : undefined);
  return (
    <div className={styles.frame}>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={`${styles.scroll} ${styles[phone]}`} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table role={roleOf('table')} className={`${styles.table} ${styles[density]}`}>
          <caption id={captionId} className={props.isCaptionHidden ? 'visually-hidden' : undefined}>
            {caption}
          </caption>
          <thead role={roleOf('rowgroup')}>
            <tr role={roleOf('row')}>
              {columns.map((column) => (
                <Head key={column.id} column={column} isCards={isCards} />
              ))}
            </tr>
          </thead>
          <tbody role={roleOf('rowgroup')}>
            {rows.map((row) => (
              <tr role={roleOf('row')} key={props.rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} isCards={isCards} />
                ))}
              </tr>
            ))}
          </tbody>
          {totals && <Totals totals={totals} columns={columns} isCards={isCards} />}
        </table>
      </div>
      {totals?.leavesOut && <p className={styles.note}>{totals.leavesOut}</p>}
      {props.note && <div className={styles.note}>{props.note}</div>}
    </div>
  );
}

type Role = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

function Head<Row>({ column, isCards }: { readonly column: Column<Row>; readonly isCards: boolean }) {
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
      role={isCards ? 'columnheader' : undefined}
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

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isCards: boolean;
}

function Cell<Row>({ column, row, isCards }: CellProps<Row>) {
  const isNumber = column.kind === 'number';
  if (column.isRowHead) {
    return (
      <th
        scope="row"
        className={isNumber ? `${styles.rowHead} ${styles.number}` : styles.rowHead}
        {...(isCards ? { role: 'rowheader' } : {})}
      >
        {column.cell(row)}
      </th>
    );
  }
  const label = column.unit ? `${column.head} (${column.unit})` : column.head;
  return (
    // Only what is said is sent: a long table has many cells.
    <td {...(isCards ? { role: 'cell', 'data-label': label } : {})} {...(isNumber ? { className: styles.number } : {})}>
      {column.cell(row)}
    </td>
  );
}

interface TotalsProps<Row> {
  readonly totals: TableTotals;
  readonly columns: readonly Column<Row>[];
  readonly isCards: boolean;
}

function Totals<Row>({ totals, columns, isCards }: TotalsProps<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <tfoot role={isCards ? 'rowgroup' : undefined}>
      <tr role={isCards ? 'row' : undefined}>
        <th scope="row" role={isCards ? 'rowheader' : undefined} className={styles.rowHead}>
          {totals.label}
        </th>
        {others.map((column) => (
          <td
            role={isCards ? 'cell' : undefined}
            key={column.id}
            className={column.kind === 'number' ? styles.number : undefined}
            data-label={isCards ? column.head : undefined}
          >
            {totals.cells[column.id]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
