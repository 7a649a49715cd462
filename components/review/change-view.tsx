import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFigureFormat } from '@/components/figures/server-format';
import { fieldLabel } from '@/components/forms/form-spec';
import { Notice } from '@/components/layout/notice';
import type { Content } from '@/domain/record/content';
import { records } from '@/domain/record/records';
import type { ProposedChange } from '@/domain/submission/change';
import { compareContents } from '@/domain/submission/compare';
import { figureMoves, isOutlier, type FigureMove } from '@/domain/submission/outliers';
import { ContentValue } from './content-value';
import { codeOf, type ContentWords } from './content-words';
import styles from './review.module.css';

export interface ChangeViewProps {
  readonly change: ProposedChange;
  readonly title: string;
  /** What is published of this record; null when it is new. */
  readonly before: Content | null;
  /** For a new report: the last one of the same project, to be read against. */
  readonly last?: Content | null;
  readonly isStale?: boolean;
  /** It has become so already. */
  readonly isPublished?: boolean;
  readonly words: ContentWords;
  readonly publicHref?: string | null;
  /** Buttons for its author. */
  readonly children?: ReactNode;
}

/** Exactly what would change of one record, field by field. */
export function ChangeView(props: ChangeViewProps) {
  const { change, title, before, last = null, words } = props;
  const t = useTranslations();
  const against = before ?? last;
  const after = change.content as Content; // of a draft it may hold anything, and is shown as it stands
  return (
    <section className={styles.change} id={`${change.kind}-${change.slug}`}>
      <div className={styles.changeHead}>
        <div>
          <p className={styles.kicker}>
            {t(`record.${change.kind}.name`)} · {t(`workspace.actions.${change.action}`)}
          </p>
          <h2>{title}</h2>
        </div>
        {props.children}
      </div>
      <p className={styles.meta}>
        {change.slug}
        {props.publicHref && (
          <>
            {' · '}
            <a href={props.publicHref}>{t('workspace.publicPage')}</a>
          </>
        )}
      </p>
      {props.isStale && (
        <Notice tone="warning">
          <p>{t('workspace.review.staleRecord')}</p>
        </Notice>
      )}
      {change.reason && <Words label={t(`vocabulary.reasonKinds.${change.reasonKind}`)} text={change.reason} />}
      {change.answer && <Words label={t('workspace.form.answer')} text={change.answer} />}
      {change.action === 'withdraw' ? (
        <p className={styles.meta}>{t('workspace.review.willBeWithdrawn')}</p>
      ) : (
        <ChangeTable
          change={change}
          against={against}
          isLast={before === null && last !== null}
          after={after}
          words={words}
          isPublished={props.isPublished ?? false}
        />
      )}
    </section>
  );
}

function Words({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.answer}>
      <p>{label}</p>
      <p>{text}</p>
    </div>
  );
}

interface ChangeTableProps {
  readonly change: ProposedChange;
  readonly against: Content | null;
  readonly isLast: boolean;
  readonly after: Content;
  readonly words: ContentWords;
  readonly isPublished: boolean;
}

function ChangeTable({ change, against, isLast, after, words, isPublished }: ChangeTableProps) {
  const t = useTranslations();
  const definition = records[change.kind];
  const names = Object.keys(definition.fields);
  // A new record is shown whole; a changed one by what differs, and the rest is counted.
  const differing = new Set(compareContents(names, isLast ? null : against, after).map(({ field }) => field));
  const moves = figureMoves(definition, against, after);
  const shown = names
    .filter((name) => differing.has(name))
    .sort((one, other) => weight(movesAt(moves, other)) - weight(movesAt(moves, one)));
  const beforeHead = isLast
    ? t('workspace.review.lastReport')
    : t(isPublished ? 'workspace.review.was' : 'workspace.review.before');
  const afterHead = t(isPublished ? 'workspace.review.became' : 'workspace.review.after');
  if (shown.length === 0) return <p className={styles.meta}>{t('workspace.review.nothingChanges')}</p>;
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('workspace.review.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workspace.review.field')}</th>
            {against && <th scope="col">{beforeHead}</th>}
            <th scope="col">{afterHead}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name) => {
            const field = definition.fields[name];
            if (!field) return null;
            return (
              <tr key={name}>
                <th scope="row">{fieldLabel(change.kind, name, t)}</th>
                {against && (
                  <td className={styles.before} data-label={beforeHead}>
                    <ContentValue field={field} value={against[name]} beside={against} words={words} />
                  </td>
                )}
                <td data-label={afterHead}>
                  <ContentValue field={field} value={after[name]} beside={after} words={words} />
                  {movesAt(moves, name).map(([key, move]) => (
                    <Difference
                      key={key}
                      move={move}
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
      {!isLast && against && (
        <p className={styles.unchanged}>{t('workspace.review.unchanged', { count: names.length - shown.length })}</p>
      )}
    </>
  );
}

interface DifferenceProps {
  readonly move: FigureMove;
  readonly isPercent: boolean;
  /** Of one quantity among several. */
  readonly measure: { readonly label: string; readonly unit: string | null } | null;
}

function Difference({ move, isPercent, measure }: DifferenceProps) {
  const t = useTranslations('workspace.review');
  const format = useFigureFormat();
  const isFar = isOutlier(move);
  // A percent of a percent says nothing: it moves by points.
  const share =
    isPercent || move.share === null ? '' : ` (${format.difference(Math.round(move.share * 1000) / 10)}\u00a0%)`;
  return (
    <span className={`${styles.difference} ${isFar ? styles.outlier : ''}`}>
      {measure && `${measure.label}: `}
      {isPercent
        ? t('points', { difference: format.difference(move.difference) })
        : format.difference(move.difference, measure?.unit)}
      {share}
      {isFar && ` · ${t('outlier')}`}
    </span>
  );
}

/** The moves of a field: its own, or those of the quantities it lists. */
const movesAt = (moves: ReadonlyMap<string, FigureMove>, name: string) =>
  [...moves].filter(([key]) => key === name || key.startsWith(`${name}.`));

/** Outliers first; the rest keeps the order of the definition. */
const weight = (moves: readonly (readonly [string, FigureMove])[]): number =>
  moves.some(([, move]) => isOutlier(move)) ? 1 : 0;
