import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedRun, ImportFrame } from '@/app/_edge/import-page';
import { Button, ButtonLink, ButtonRow } from '@/components/controls/button';
import { RadioField, SelectField, TextAreaField, TextField } from '@/components/controls/field';
import { ActionForm } from '@/components/forms/action-form';
import styles from '@/components/import/import.module.css';
import { importPath } from '@/domain/import/import-path';
import { reasonKindsOf } from '@/domain/submission/reasons';
import { countDoubtful, countWarned } from '@/server/workspace/import/read-rows';
import { proposeHere } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('steps.propose') };
}

export default async function ProposePage({ params }: PageProps<'/[locale]/workspace/import/[id]/propose'>) {
  const { run } = await askedRun((await params).id);
  const [t, words, locale] = [await getTranslations('workspace.import'), await getTranslations(), await getLocale()];
  const isOver = run.state === 'proposed' || run.state === 'dropped';
  if (!isOver && run.state !== 'previewed') redirect(importPath(locale, run.id, 'rows'));
  const [warned, doubtful] = isOver ? [0, 0] : [await countWarned(run), await countDoubtful(run)];
  const { changes, creates, fails, table } = run;
  return (
    <ImportFrame run={run} step="propose" title={t('steps.propose')}>
      <p>{t('proposeIntro', { changes, creates, fails })}</p>
      <ActionForm action={proposeHere} hidden={{ runId: run.id }}>
        <div className={styles.fields}>
          <TextField
            name="title"
            label={t('submissionTitle')}
            required
            maxLength={300}
            defaultValue={t('defaultTitle', {
              table: table ? words(`files.table.${table}.title`) : '',
              file: run.fileName,
            })}
          />
          <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={1200} rows={2} />
          <TextField name="from" label={t('from')} hint={t('fromHint')} required maxLength={500} />
          {changes > 0 ? (
            <SelectField
              name="reasonKind"
              label={t('reasonKind')}
              emptyLabel={null}
              options={reasonKindsOf.change.map((value) => ({
                value,
                label: words(`vocabulary.reasonKinds.${value}`),
              }))}
            />
          ) : (
            <input type="hidden" name="reasonKind" value={reasonKindsOf.change[0]} />
          )}
          {warned > 0 && (
            <TextAreaField
              name="answer"
              label={t('answer')}
              hint={t('answerHint', { count: warned })}
              required
              maxLength={2000}
              rows={2}
            />
          )}
          {doubtful > 0 && (
            <RadioField
              name="duplicates"
              label={t('duplicates')}
              hint={t('duplicatesHint', { count: doubtful })}
              options={[
                { value: 'leave-out', label: t('leaveThem') },
                { value: 'make', label: t('makeThem') },
              ]}
            />
          )}
          <ButtonRow>
            <Button>{t('propose')}</Button>
            <ButtonLink weight="secondary" href={importPath(locale, run.id, 'rows')}>
              {t('backToRows')}
            </ButtonLink>
          </ButtonRow>
        </div>
      </ActionForm>
    </ImportFrame>
  );
}
