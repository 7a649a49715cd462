'use client'; // part of the record form

import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { fieldId, TextAreaField, TextField } from '@/components/controls/field';
import { namedKinds } from '@/domain/form/identifier-for';
import type { FormSpec } from './form-spec';
import type { RecordFindings, TypedRecord } from './form-state';
import styles from './forms.module.css';
import { RecordFields } from './record-fields';

export interface RecordPartProps {
  /** 0 is the record the form is for; the others were added on the way. */
  readonly index: number;
  readonly record: TypedRecord;
  readonly spec: FormSpec;
  readonly findings: RecordFindings | undefined;
  readonly settled?: readonly string[];
  readonly onChange: (changed: Partial<TypedRecord>) => void;
  readonly onRemove: () => void;
}

/** One record of the form: its fields, its identifier while that can be chosen, the answer to its warnings. */
export function RecordPart(props: RecordPartProps) {
  const { index, record, spec, onRemove } = props;
  const t = useTranslations('workspace.form');
  // What is withdrawn stays as it was.
  if (record.action === 'withdraw') return null;
  if (index === 0) return <Parts {...props} />;
  return (
    <section
      className={styles.added}
      aria-label={t('added', { kind: spec.name })}
      id={fieldId(`added.${record.slug}`)}
      tabIndex={-1}
    >
      <h2 className={styles.addedTitle}>{t('added', { kind: spec.name })}</h2>
      <p className={styles.hint}>{spec.sentence}</p>
      <Parts {...props} />
      <Button type="button" weight="quiet" onClick={onRemove}>
        {t('addedRemove', { kind: spec.name })}
      </Button>
    </section>
  );
}

function Parts({ index, record, spec, findings, settled, onChange }: RecordPartProps) {
  const t = useTranslations('workspace.form');
  const errorsAt = (path: string) => [...(findings?.errors[path] ?? []), ...(findings?.warnings[path] ?? [])];
  const hasWarnings = Object.keys(findings?.warnings ?? {}).length > 0;
  const hasIdentifier = namedKinds.includes(record.kind) || errorsAt('slug').length > 0;
  return (
    <>
      <RecordFields
        spec={spec}
        id={String(index)}
        values={record.values}
        settled={settled}
        errorsAt={errorsAt}
        onChange={(values) => onChange({ values })}
      />
      {record.action === 'add' && hasIdentifier && (
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
            maxLength={2000}
            value={record.answer}
            onChange={(event) => onChange({ answer: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
