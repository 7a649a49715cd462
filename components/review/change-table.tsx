import { useTranslations } from 'next-intl';
import { fieldLabel } from '@/components/forms/form-spec';
import type { Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { compareContents } from '@/domain/submission/compare';
import { type FigureMove, figureMoves, isOutlier, movesAt } from '@/domain/submission/outliers';
import { ContentValue } from './content-value';
import { codeOf, type ContentWords } from './content-words';
import { type MoveProps, useMoveText } from './move-text';
import styles from './review.module.css';

export interface ChangeTableProps {
  readonly kind: RecordKind;
  /** Null: what comes after stands alone. */
  readonly before: Content | null;
  readonly after: Content;
  readonly words: ContentWords;
  /** Of the two columns. */
  readonly heads: { readonly before: string; readonly after: string };
  /** Shows every field that is known afterwards, changed or not. */
  readonly isWhole?: boolean;
  /** Of a reader who is not to decide: what is unusually large is not pointed out. */
  readonly isPlain?: boolean;
}

/** Two contents of one record beside each other, field by field: what differs, and how far figures moved. */
export function ChangeTable({ kind, before, after, words, heads, isWhole = false, isPlain = false }: ChangeTableProps) {
  const t = useTranslations();
  const definition = records[kind];
  const names = Object.keys(definition.fields);
  // A new record is shown whole; a changed one by what differs, and the rest is counted.
  const differing = new Set(compareContents(names, isWhole ? null : before, after).map(({ field }) => field));
  const moves = figureMoves(definition, before, after);
  const shown = names
    .filter((name) => differing.has(name))
    .sort((one, other) => (isPlain ? 0 : weight(movesAt(moves, other)) - weight(movesAt(moves, one))));
  if (shown.length === 0) return <p className={styles.meta}>{t('workspace.review.nothingChanges')}</p>;
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('workspace.review.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workspace.review.field')}</th>
            {before && <th scope="col">{heads.before}</th>}
            <th scope="col">{heads.after}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => {
            const field = definition.fields[name];
            if (!field) return null;
            return (
              <tr key={name}>
                <th scope="row">{fieldLabel(kind, name, t)}</th>
                {before && (
                  <td className={styles.before} data-label={heads.before}>
                    <ContentValue field={field} value={before[name]} beside={before} words={words} />
                  </td>
                )}
                <td data-label={heads.after}>
                  <ContentValue field={field} value={after[name]} beside={after} words={words} />
                  {movesAt(moves, name).map(([key, move]) => (
                    <Difference
                      key={key}
                      move={move}
                      isPlain={isPlain}
                      isPercent={field.type === 'number' && field.unit === 'percent'}
                      measure={key === name ? null : (codeOf(words, 'measure', key.slice(name.length + 1)) ?? null)}
                    />
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!isWhole && !isPlain && before && (
        <p className={styles.unchanged}>{t('workspace.review.unchanged', { count: names.length - shown.length })}</p>
      )}
    </>
  );
}

interface DifferenceProps extends MoveProps {
  readonly isPlain: boolean;
}

function Difference({ isPlain, ...props }: DifferenceProps) {
  const t = useTranslations('workspace.review');
  const textOf = useMoveText();
  const isFar = !isPlain && isOutlier(props.move);
  return (
    <span className={`${styles.difference} ${isFar ? styles.outlier : ''}`}>
      {textOf(props)}
      {isFar && ` · ${t('outlier')}`}
    </span>
  );
}

/** Outliers first; the rest keeps the order of the definition. */
const weight = (moves: readonly (readonly [string, FigureMove])[]): number =>
  moves.some(([, move]) => isOutlier(move)) ? 1 : 0;
