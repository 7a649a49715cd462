'use client'; // keeps what is typed, searches, and sends without leaving the page

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useSyncExternalStore } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { SelectField, TextAreaField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import { Notice } from '@/components/layout/notice';
import type { FormValues } from '@/domain/form/form-values';
import { type ReasonKind, reasonKinds } from '@/domain/vocabulary';
import { FormPreview } from './form-preview';
import type { FormOption, FormSpec } from './form-spec';
import type { TypedRecord } from './form-state';
import { FormToolsProvider } from './form-tools';
import styles from './forms.module.css';
import { KeptNotice } from './kept-notice';
import { MeanwhileTable } from './meanwhile-table';
import { RecordPart } from './record-part';
import { summaryOf } from './typed-records';
import { type BeginningOfForm, useRecordForm } from './use-record-form';
import { type Referring, WithdrawalPart } from './withdrawal-part';

export interface RecordFormProps extends BeginningOfForm {
  /** The form of this record's kind first, then of those that may be added on the way. */
  readonly specs: readonly [FormSpec, ...FormSpec[]];
  readonly settled?: readonly string[];
  readonly reasons: readonly FormOption[];
  /** Set where the record would be withdrawn. */
  readonly referring?: Referring;
  /** Drawn by the server from what is typed, beside the form. */
  readonly preview?: (values: FormValues) => Promise<ReactNode>;
  /** Beside the form: what was last reported. */
  readonly aside?: ReactNode;
}

/** The form of one record of any kind, and of those that are added on the way. Nothing typed is ever lost. */
export function RecordForm(props: RecordFormProps) {
  const { specs, settled, reasons, referring, preview, aside } = props;
  const t = useTranslations('workspace.form');
  const form = useRecordForm(props);
  const isAlive = useIsAlive();
  const main = form.records[0] ?? props.record;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // the event of a form's submission
    void form.send(submitter instanceof HTMLButtonElement && submitter.value === 'save' ? 'save' : 'submit');
  }

  return (
    <FormToolsProvider value={form.tools}>
      <div className={aside || preview ? styles.beside : undefined}>
        <form onSubmit={onSubmit} noValidate className={styles.form}>
          {/* What is typed before the page is alive would be lost. */}
          <fieldset disabled={!isAlive} className={styles.bare}>
            <div className={styles.notices}>
              {form.earlier && <KeptNotice earlier={form.earlier} onTake={form.takeUpEarlier} onForget={form.forget} />}
              <ErrorSummary errors={summaryOf(form.refusal, form.records, specs)} message={form.refusal?.message} />
              {form.refusal?.link && (
                <p>
                  <a href={form.refusal.link.href}>{form.refusal.link.label}</a>
                </p>
              )}
              {form.refusal?.meanwhile?.map((each) => (
                <MeanwhileTable
                  key={`${each.kind}/${each.slug}`}
                  meanwhile={each}
                  onTakeOver={() => form.takeOver(each)}
                />
              ))}
            </div>
            {form.records.map((record, index) => (
              <RecordPart
                key={index === 0 ? 'main' : `${record.kind}/${record.slug}`}
                index={index}
                record={record}
                spec={specs.find(({ kind }) => kind === record.kind) ?? specs[0]}
                findings={form.refusal?.findings[index]}
                settled={index === 0 ? settled : undefined}
                onChange={(changed) => form.change(index, changed)}
                onRemove={() => form.remove(record)}
              />
            ))}
            {referring && (
              <WithdrawalPart
                record={main}
                referring={referring}
                findings={form.refusal?.findings[0]}
                onChange={(changed) => form.change(0, changed)}
              />
            )}
            {main.action !== 'add' && (
              <Reason
                record={main}
                reasons={reasons}
                errors={form.refusal?.findings[0]?.errors ?? {}}
                onChange={(changed) => form.change(0, changed)}
              />
            )}
            {form.state === 'unsent' && (
              <Notice tone="problem" title={t('unsentTitle')} isLive>
                <p>{t('unsentText')}</p>
              </Notice>
            )}
            <ButtonRow>
              <Button value="submit" disabled={form.state === 'sending'}>
                {form.state === 'sending' ? t('sending') : t('submit')}
              </Button>
              <Button value="save" weight="secondary" disabled={form.state === 'sending'}>
                {t('save')}
              </Button>
            </ButtonRow>
            <p className={styles.hint}>{t('submitHint')}</p>
          </fieldset>
        </form>
        {(aside || preview) && (
          <div className={styles.aside}>
            {aside}
            {preview && <FormPreview values={main.values} draw={preview} />}
          </div>
        )}
      </div>
    </FormToolsProvider>
  );
}

interface ReasonProps {
  readonly record: TypedRecord;
  readonly reasons: readonly FormOption[];
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (changed: { readonly reasonKind?: ReasonKind; readonly reason?: string }) => void;
}

/** Why what is published changes: it is published with the change. */
function Reason({ record, reasons, errors, onChange }: ReasonProps) {
  const t = useTranslations('workspace.form');
  return (
    <Fieldset legend={t('why')} hint={t('whyHint')}>
      <SelectField
        name="0.reasonKind"
        label={t('reasonKind')}
        options={reasons}
        emptyLabel={null}
        error={errors.reasonKind?.join(' ')}
        value={record.reasonKind}
        onChange={({ target }) => onChange({ reasonKind: reasonKinds.find((each) => each === target.value) })}
      />
      <TextAreaField
        name="0.reason"
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={2000}
        error={errors.reason?.join(' ')}
        value={record.reason}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
    </Fieldset>
  );
}

const never = () => () => {};

/** False in the HTML that the server sends, true once the browser runs the form. */
const useIsAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
