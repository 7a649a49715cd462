'use client'; // part of the record form

import { useTranslations } from 'next-intl';
import { CheckboxField, TextAreaField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import type { RecordFindings, TypedRecord } from './form-state';

/** What names the record that would be withdrawn: how many of which kind. */
export interface ReferringLine {
  readonly records: string;
  readonly count: number;
}

export interface Referring {
  /** What says nothing without it. */
  readonly owned: readonly ReferringLine[];
  readonly others: readonly ReferringLine[];
}

export interface WithdrawalPartProps {
  readonly record: TypedRecord;
  readonly referring: Referring;
  readonly findings: RecordFindings | undefined;
  readonly onChange: (changed: Partial<TypedRecord>) => void;
}

/** What a withdrawal leaves behind: what goes with it, and what stays for a reason. The record itself stays as it was. */
export function WithdrawalPart({ record, referring, findings, onChange }: WithdrawalPartProps) {
  const t = useTranslations('workspace.withdrawal');
  const form = useTranslations('workspace.form');
  const errorAt = (path: string) => [...(findings?.errors[path] ?? []), ...(findings?.warnings[path] ?? [])].join(' ');
  const hasOwned = referring.owned.length > 0 || errorAt('withOwned') !== '';
  const hasOthers = referring.others.length > 0 || errorAt('answer') !== '' || record.answer !== '';
  if (!hasOwned && !hasOthers) return <p>{t('nothing')}</p>;
  return (
    <Fieldset legend={t('title')}>
      {hasOwned && (
        <>
          <p>{t('owned')}</p>
          <Lines lines={referring.owned} />
          <CheckboxField
            name="0.withOwned"
            label={t('withOwned')}
            hint={t('withOwnedHint')}
            error={errorAt('withOwned') || null}
            checked={record.withOwned ?? false}
            onChange={({ target }) => onChange({ withOwned: target.checked })}
          />
        </>
      )}
      {hasOthers && (
        <>
          <p>{t('others')}</p>
          <Lines lines={referring.others} />
          <TextAreaField
            name="0.answer"
            label={t('answer')}
            hint={form('answerHint')}
            maxLength={2000}
            error={errorAt('answer') || null}
            value={record.answer}
            onChange={({ target }) => onChange({ answer: target.value })}
          />
        </>
      )}
    </Fieldset>
  );
}

function Lines({ lines }: { readonly lines: readonly ReferringLine[] }) {
  const t = useTranslations('workspace.withdrawal');
  return (
    <ul>
      {lines.map(({ records, count }) => (
        <li key={records}>{t('line', { records, count })}</li>
      ))}
    </ul>
  );
}
