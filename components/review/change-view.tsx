import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/layout/notice';
import type { Content } from '@/domain/record/content';
import type { ProposedChange } from '@/domain/submission/change';
import type { ReferrerCount } from '@/domain/submission/withdrawal';
import { ChangeTable } from './change-table';
import type { ContentWords } from './content-words';
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
  /** Of a withdrawal that is not published yet: what would still name the record. */
  readonly leavesBehind?: readonly ReferrerCount[] | null;
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
  const headBefore = () => {
    if (before === null && last !== null) return t('workspace.review.lastReport');
    return t(props.isPublished ? 'workspace.review.was' : 'workspace.review.before');
  };
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
        <>
          <p className={styles.meta}>{t('workspace.review.willBeWithdrawn')}</p>
          {props.leavesBehind && <LeavesBehind counts={props.leavesBehind} />}
        </>
      ) : (
        <ChangeTable
          kind={change.kind}
          before={against}
          after={after}
          words={words}
          isWhole={before === null && last !== null}
          heads={{
            before: headBefore(),
            after: t(props.isPublished ? 'workspace.review.became' : 'workspace.review.after'),
          }}
        />
      )}
    </section>
  );
}

function LeavesBehind({ counts }: { readonly counts: readonly ReferrerCount[] }) {
  const t = useTranslations();
  const lines = (isOwned: boolean) =>
    counts
      .filter((each) => each.isOwned === isOwned)
      .map(({ kind, count }) => t('workspace.withdrawal.line', { records: t(`record.${kind}.plural`), count }))
      .join(' · ');
  const [owned, others] = [lines(true), lines(false)];
  return (
    <>
      {owned && (
        <Notice tone="warning">
          <p>{t('workspace.review.leavesOwned', { lines: owned })}</p>
        </Notice>
      )}
      <p className={styles.meta}>
        {others ? t('workspace.review.leavesBehind', { lines: others }) : t('workspace.review.leavesNothing')}
      </p>
    </>
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
