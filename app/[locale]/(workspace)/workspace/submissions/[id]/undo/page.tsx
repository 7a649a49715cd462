import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Button, ButtonRow } from '@/components/controls/button';
import { CheckboxField, TextAreaField, TextField } from '@/components/controls/field';
import { ActionForm } from '@/components/forms/action-form';
import styles from '@/components/import/import.module.css';
import { Notice } from '@/components/layout/notice';
import { PageHead } from '@/components/layout/page-head';
import { recordPath } from '@/domain/form/record-path';
import { requireActor } from '@/server/session';
import { readUndoable } from '@/server/workspace/import/read-undo';
import { undoHere } from '../../../import/actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('undoTitle') };
}

/** Asks why, and says what would be left alone, before one submission is proposed that puts back what was. */
export default async function UndoPage({ params }: PageProps<'/[locale]/workspace/submissions/[id]/undo'>) {
  const actor = await requireActor();
  const undoable = await readUndoable(actor, (await params).id);
  if (!undoable) notFound();
  const [t, words, locale] = [await getTranslations('workspace.import'), await getTranslations(), await getLocale()];
  const workspace = `/${locale}/workspace`;
  const { count, records } = undoable.changedSince;
  const isWhole = count === 0;
  const isNothingLeft = count >= undoable.changeCount;
  return (
    <>
      <PageHead
        kicker={t('undoTitle')}
        title={undoable.title}
        breadcrumb={[
          { href: workspace, label: words('workspace.submission.home') },
          { href: `${workspace}/submissions`, label: words('workspace.submission.mine') },
          { href: `${workspace}/submissions/${undoable.id}`, label: undoable.title },
          { label: t('undoTitle') },
        ]}
      >
        <p>{t('undoText')}</p>
        <p>{t('undoCount', { count: undoable.changeCount })}</p>
      </PageHead>
      {!isWhole && (
        <Notice tone="warning">
          <p>{t('undoSince', { count })}</p>
          <ul>
            {records.map(({ kind, slug }) => (
              <li key={`${kind}/${slug}`}>
                <a href={`${workspace}/records/${recordPath(kind, slug)}`}>{slug}</a>
              </li>
            ))}
          </ul>
          {count > records.length && <p>{t('undoMore', { count: count - records.length })}</p>}
        </Notice>
      )}
      {undoable.undoneById ? (
        <Notice>
          <p>
            {t('undoneBy')} <a href={`${workspace}/submissions/${undoable.undoneById}`}>{t('undoneByLink')}</a>
          </p>
        </Notice>
      ) : isNothingLeft ? (
        <p>{t('undoNothing')}</p>
      ) : (
        <ActionForm action={undoHere} hidden={{ submissionId: undoable.id }}>
          <div className={styles.fields}>
            <TextField
              name="title"
              label={t('submissionTitle')}
              required
              maxLength={300}
              defaultValue={t('undoDefaultTitle', { title: undoable.title }).slice(0, 300)}
            />
            <TextAreaField name="reason" label={t('undoReason')} required maxLength={2000} rows={2} />
            {!isWhole && <CheckboxField name="isPartly" label={t('undoPartly')} required />}
            <ButtonRow>
              <Button>{t('undoSubmit')}</Button>
            </ButtonRow>
          </div>
        </ActionForm>
      )}
    </>
  );
}
