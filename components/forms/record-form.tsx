'use client'; // keeps what is typed, searches, and sends without leaving the page

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { fieldId, SelectField, TextAreaField, TextField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import { Notice } from '@/components/layout/notice';
import { withoutEmptyRows, type FormValues } from '@/domain/form/form-values';
import { namedKinds } from '@/domain/form/identifier-for';
import { identifierFrom } from '@/domain/record/identifier';
import type { RecordKind } from '@/domain/record/kinds';
import { records as definitions } from '@/domain/record/records';
import type { ReasonKind } from '@/domain/vocabulary';
import type { FormRefusal, Meanwhile, SendForm, TypedRecord } from './form-state';
import { controlLabel, type FormOption, type FormSpec } from './form-spec';
import { findReferences, type FormTools, FormToolsProvider, type FoundReference } from './form-tools';
import styles from './forms.module.css';
import { keepLocalDraft } from './local-drafts';
import { FormPreview } from './form-preview';
import { MeanwhileTable } from './meanwhile-table';
import { RecordFields } from './record-fields';
import { useLocalDraft } from './use-local-draft';

export interface RecordFormProps {
  readonly record: TypedRecord;
  /** The form of this record's kind first, then of those that may be added on the way. */
  readonly specs: readonly [FormSpec, ...FormSpec[]];
  readonly draft: { readonly submissionId: string; readonly rowVersion: number } | null;
  readonly idempotencyKey: string;
  /** Where what is typed is kept on this device. */
  readonly localKey: string;
  /** Titles of the records referred to, by `kind/slug`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Records that the same draft adds. */
  readonly drafted: readonly (FoundReference & { readonly kind: RecordKind })[];
  readonly lookupAddress: string;
  readonly send: SendForm;
  readonly settled?: readonly string[];
  readonly reasonKinds: readonly FormOption[];
  /** Drawn by the server from what is typed, beside the form. */
  readonly preview?: (values: FormValues) => Promise<ReactNode>;
  /** Beside the form: what was last reported. */
  readonly aside?: ReactNode;
}

/** The form of one record of any kind, and of those that are added on the way. Nothing typed is ever lost. */
export function RecordForm(props: RecordFormProps) {
  const t = useTranslations('workspace.form');
  const [typed, setTyped] = useState<readonly TypedRecord[]>([props.record]);
  const [draft, setDraft] = useState(props.draft);
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const [isSending, setSending] = useState(false);
  const [isUnsent, setUnsent] = useState(false);
  const [labels, setLabels] = useState(props.labels);
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const local = useLocalDraft(props.localKey, typed);

  const change = (index: number, changed: Partial<TypedRecord>) =>
    setTyped((before) => before.map((record, position) => (position === index ? { ...record, ...changed } : record)));

  const tools = useMemo((): FormTools => {
    const own = [
      ...props.drafted,
      ...typed
        .slice(1)
        .map(({ kind, slug, values }) => ({ kind, slug, title: titleIn(values) || slug, hint: t('addedHere') })),
    ];
    return {
      find: (kind, query, signal) => findReferences(props.lookupAddress, kind, query, signal),
      labelOf: (kind, slug) =>
        own.find((each) => each.kind === kind && each.slug === slug)?.title ?? labels[`${kind}/${slug}`] ?? slug,
      learn: (kind, { slug, title }) => setLabels((before) => ({ ...before, [`${kind}/${slug}`]: title })),
      ownMatches: (kind, words) =>
        own.filter((each) => each.kind === kind && each.title.toLowerCase().includes(words.trim().toLowerCase())),
      canAdd: (kind) => props.specs.slice(1).some((spec) => spec.kind === kind),
      add: (kind, name) => {
        const slug = `${identifierFrom(name) || kind}-${Math.random().toString(36).slice(2, 6)}`;
        const added = newRecord(kind, slug, kind === 'source' ? { title: name, titleBasis: 'headline' } : { name });
        setTyped((before) => [...before, added]);
        setTimeout(() => document.getElementById(fieldId(`added.${slug}`))?.focus());
        return slug;
      },
    };
  }, [props.drafted, props.lookupAddress, props.specs, typed, labels, t]);

  async function send(intent: 'save' | 'submit') {
    if (isSending) return;
    setSending(true);
    setUnsent(false);
    const tidy = typed.map((record, index) => {
      const values =
        index === 0 && props.record.action === 'add' && !props.record.replaces
          ? withoutRowsAsGiven(record.values, props.record.values)
          : record.values;
      return { ...record, values: withoutEmptyRows(definitions[record.kind], values) };
    });
    setTyped(tidy);
    // Whatever happens to this page while it is sent, what was typed is on this device.
    keepLocalDraft(props.localKey, tidy);
    try {
      const answer = await props.send({
        submissionId: draft?.submissionId ?? null,
        rowVersion: draft?.rowVersion ?? null,
        idempotencyKey: props.idempotencyKey,
        intent,
        records: tidy,
      });
      if (answer.kind === 'done') {
        local.finish();
        window.location.assign(answer.goTo);
        return;
      }
      setRefusal(answer);
      if (answer.kept) {
        const { slugs, ...kept } = answer.kept;
        setDraft(kept);
        setTyped((before) =>
          before.map((record, index) => ({
            ...record,
            slug: slugs[index] ?? record.slug,
            replaces: slugs[index] ?? record.replaces,
          })),
        );
      }
    } catch {
      // No connection, or the service is down: what was typed stays here and on this device.
      setUnsent(true);
    }
    setSending(false);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // the event of a form's submission
    void send(submitter instanceof HTMLButtonElement && submitter.value === 'save' ? 'save' : 'submit');
  }

  const takeUp = ({ kind, slug, currentVersion }: Meanwhile) => {
    setTyped((before) =>
      before.map((record) =>
        record.kind === kind && record.slug === slug ? { ...record, baseVersion: currentVersion } : record,
      ),
    );
    setRefusal(null);
  };

  const main = typed[0] ?? props.record;
  return (
    <FormToolsProvider value={tools}>
      <div className={props.aside || props.preview ? styles.beside : undefined}>
        <form onSubmit={onSubmit} noValidate className={styles.form}>
          {/* What is typed before the page is alive would be lost. */}
          <fieldset disabled={!isAlive} className={styles.bare}>
            <div className={styles.notices}>
              {local.earlier && (
                <Notice tone="warning" title={t('keptTitle')}>
                  <p>
                    {t('keptText', {
                      when: localMinute(local.earlier.savedAt),
                    })}
                  </p>
                  <ButtonRow>
                    <Button
                      type="button"
                      onClick={() => {
                        setTyped(local.earlier?.records ?? typed);
                        local.setAside();
                      }}
                    >
                      {t('keptTake')}
                    </Button>
                    <Button type="button" weight="secondary" onClick={local.forget}>
                      {t('keptForget')}
                    </Button>
                  </ButtonRow>
                </Notice>
              )}
              <ErrorSummary errors={summaryOf(refusal, typed, props.specs)} message={refusal?.message} />
              {refusal?.link && (
                <p className={styles.after}>
                  <a href={refusal.link.href}>{refusal.link.label}</a>
                </p>
              )}
              {refusal?.meanwhile?.map((each) => (
                <MeanwhileTable key={`${each.kind}/${each.slug}`} meanwhile={each} onTakeUp={() => takeUp(each)} />
              ))}
            </div>

            {typed.map((record, index) => (
              <RecordPart
                key={index === 0 ? 'main' : (record.replaces ?? index)}
                index={index}
                record={record}
                spec={props.specs.find(({ kind }) => kind === record.kind) ?? props.specs[0]}
                refusal={refusal}
                settled={index === 0 ? props.settled : undefined}
                onChange={(changed) => change(index, changed)}
                onRemove={() => setTyped((before) => before.filter((_, position) => position !== index))}
              />
            ))}

            {main.action !== 'add' && (
              <Fieldset legend={t('why')} hint={t('whyHint')}>
                <SelectField
                  name="0._reasonKind"
                  label={t('reasonKind')}
                  options={props.reasonKinds}
                  emptyLabel={null}
                  value={main.reasonKind}
                  onChange={(event) => change(0, { reasonKind: event.target.value as ReasonKind })} // one of the options given
                />
                <TextAreaField
                  name="0.reason"
                  label={t('reason')}
                  hint={t('reasonHint')}
                  error={refusal?.findings[0]?.errors.reason?.join(' ')}
                  value={main.reason}
                  onChange={(event) => change(0, { reason: event.target.value })}
                />
              </Fieldset>
            )}

            {isUnsent && (
              <Notice tone="problem" title={t('unsentTitle')} isLive>
                <p>{t('unsentText')}</p>
              </Notice>
            )}
            <ButtonRow>
              <Button value="submit" disabled={isSending}>
                {isSending ? t('sending') : t('submit')}
              </Button>
              <Button value="save" weight="secondary" disabled={isSending}>
                {t('save')}
              </Button>
            </ButtonRow>
            <p className={styles.hint}>{t('submitHint')}</p>
          </fieldset>
        </form>
        {(props.aside || props.preview) && (
          <div className={styles.aside}>
            {props.aside}
            {props.preview && <FormPreview values={main.values} draw={props.preview} />}
          </div>
        )}
      </div>
    </FormToolsProvider>
  );
}

/** Nothing changes once the page is alive. */
const never = () => () => {};

interface RecordPartProps {
  readonly index: number;
  readonly record: TypedRecord;
  readonly spec: FormSpec;
  readonly refusal: FormRefusal | null;
  readonly settled?: readonly string[];
  readonly onChange: (changed: Partial<TypedRecord>) => void;
  readonly onRemove: () => void;
}

function RecordPart({ index, record, spec, refusal, settled, onChange, onRemove }: RecordPartProps) {
  const t = useTranslations('workspace.form');
  const found = refusal?.findings[index];
  const errorsAt = (path: string) => [...(found?.errors[path] ?? []), ...(found?.warnings[path] ?? [])];
  const hasWarnings = Object.keys(found?.warnings ?? {}).length > 0;
  if (record.action === 'withdraw') return null;
  const fields = (
    <>
      <RecordFields
        spec={spec}
        id={String(index)}
        values={record.values}
        settled={settled}
        errorsAt={errorsAt}
        onChange={(values) => onChange({ values })}
      />
      {record.action === 'add' && (namedKinds.includes(record.kind) || errorsAt('slug').length > 0) && (
        <div className={styles.after}>
          <TextField
            name={`${index}.slug`}
            label={t('identifier')}
            hint={t('identifierHint')}
            isOptional
            width="medium"
            autoComplete="off"
            spellCheck={false}
            error={errorsAt('slug').join(' ') || null}
            // Others in this form refer to an added record by this identifier.
            readOnly={index > 0}
            value={record.slug}
            onChange={(event) => onChange({ slug: event.target.value.trim() })}
          />
        </div>
      )}
      {(hasWarnings || record.answer !== '') && (
        <div className={styles.after}>
          <TextAreaField
            name={`${index}.answer`}
            label={t('answer')}
            hint={t('answerHint')}
            value={record.answer}
            onChange={(event) => onChange({ answer: event.target.value })}
          />
        </div>
      )}
    </>
  );
  if (index === 0) return fields;
  return (
    <section
      className={styles.added}
      aria-label={t('added', { kind: spec.name })}
      id={fieldId(`added.${record.slug}`)}
      tabIndex={-1}
    >
      <h2 className={styles.addedTitle}>{t('added', { kind: spec.name })}</h2>
      <p className={styles.hint}>{spec.sentence}</p>
      {fields}
      <Button type="button" weight="quiet" onClick={onRemove}>
        {t('addedRemove', { kind: spec.name })}
      </Button>
    </section>
  );
}

function newRecord(kind: RecordKind, slug: string, values: FormValues): TypedRecord {
  return {
    kind,
    slug,
    replaces: null,
    action: 'add',
    baseVersion: null,
    reasonKind: 'first_publication',
    reason: '',
    answer: '',
    values,
  };
}

/** The clock of this device, to the minute: `2026-11-22 19:17`. */
function localMinute(moment: number): string {
  const at = new Date(moment);
  return new Date(moment - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Rows that a new form offers and nobody filled in, such as the measures of the last report, are no rows. */
function withoutRowsAsGiven(values: FormValues, given: FormValues): FormValues {
  const rowOf = (name: string) => /^(\w+\.\d+)\./.exec(name)?.[1];
  const touched = new Set(
    Object.keys(values).flatMap((name) => (values[name] === given[name] ? [] : (rowOf(name) ?? []))),
  );
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, rowOf(name) && !touched.has(rowOf(name) ?? '') ? '' : value]),
  );
}

const titleIn = (values: FormValues) => values.title || values.name || '';

/** By control: `0.places.0.placeSlug`. Each sentence with its field, which the summary stands far from. */
function summaryOf(
  refusal: FormRefusal | null,
  typed: readonly TypedRecord[],
  specs: readonly FormSpec[],
): Readonly<Record<string, readonly string[]>> {
  const entries = (refusal?.findings ?? []).flatMap(({ errors, warnings }, index) => {
    const spec = specs.find(({ kind }) => kind === typed[index]?.kind);
    return [...Object.entries(errors), ...Object.entries(warnings)].map(([path, sentences]) => {
      const label = spec && controlLabel(spec, path);
      return [`${index}.${path}`, sentences.map((sentence) => (label ? `${label}: ${sentence}` : sentence))] as const;
    });
  });
  return Object.fromEntries(entries);
}
