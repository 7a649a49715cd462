import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type FormSpec, type FormWords, formSpec } from '@/components/forms/form-spec';
import type { FormRefusal, TypedRecord } from '@/components/forms/form-state';
import { localDraftKey } from '@/components/forms/local-drafts';
import { RecordForm, type RecordFormProps } from '@/components/forms/record-form';
import { type FormValues, valuesFromContent } from '@/domain/form/form-values';
import { ownTitle } from '@/domain/form/own-title';
import type { Actor } from '@/domain/permission';
import type { Field } from '@/domain/record/field';
import type { Finding } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import type { ChangeAction } from '@/domain/submission/change';
import { reasonKindsOf } from '@/domain/submission/reasons';
import type { ReasonKind } from '@/domain/vocabulary';
import { readCodeOptions } from '@/server/workspace/read-labels';
import { readDraftChanges } from '@/server/workspace/read-submission';
import { labelsFor } from './content-words';
import { findingSentences } from './finding-sentences';
import { referringIn } from './referring';

export interface RecordFormForProps {
  readonly actor: Actor;
  readonly kind: RecordKind;
  /** Empty for a new record. */
  readonly slug: string;
  readonly action: ChangeAction;
  readonly baseVersion: number | null;
  /** What the form begins with; of a draft, whatever it holds. */
  readonly content: unknown;
  /** The draft that the record belongs to, or is added to. */
  readonly draft?: { readonly submissionId: string; readonly rowVersion: number };
  /** Set when the record stands in the draft already. */
  readonly drafted?: {
    readonly reasonKind: ReasonKind;
    readonly reason: string | null;
    readonly answer: string | null;
  };
  readonly settled?: readonly string[];
  readonly aside?: ReactNode;
  readonly preview?: (values: FormValues) => Promise<ReactNode>;
  readonly send: RecordFormProps['send'];
  /** Set where the form begins with an earlier version: its number, and what of it would be refused today. */
  readonly earlier?: { readonly version: number; readonly findings: readonly Finding[] };
}

/** What may be added while one enters something else: a figure often comes with its source. */
const addableKinds: readonly RecordKind[] = ['source', 'organisation'];

/** Everything that the form of a record needs, read and put into words. */
export async function RecordFormFor(props: RecordFormForProps) {
  const { actor, kind, slug, action, draft, drafted } = props;
  const [t, locale] = [await getTranslations(), await getLocale()];
  const codes = await readCodeOptions(actor, locale);
  const inDraft = draft ? await readDraftChanges(actor, draft.submissionId) : null;
  const others = inDraft?.ok
    ? inDraft.value.changes.filter((change) => change.kind !== kind || change.slug !== slug)
    : [];
  const added = addableKinds.filter((each) => each !== kind && refersTo(kind, each));
  const specs: [FormSpec, ...FormSpec[]] = [formSpec(kind, t, codes), ...added.map((each) => formSpec(each, t, codes))];
  const record: TypedRecord = {
    kind,
    slug,
    replaces: drafted ? slug : null,
    action,
    baseVersion: props.baseVersion,
    reasonKind: drafted?.reasonKind ?? defaultReason(kind, action),
    reason: drafted?.reason ?? '',
    answer: drafted?.answer ?? '',
    values: valuesFromContent(records[kind], props.content),
  };
  return (
    <RecordForm
      record={record}
      specs={specs}
      draft={draft ?? null}
      idempotencyKey={randomUUID()}
      localKey={localDraftKey(
        actor.id,
        `${draft?.submissionId ?? 'new'}.${kind}.${slug || JSON.stringify(props.settled?.map((name) => record.values[name]) ?? '')}${props.earlier ? `.${props.earlier.version}` : ''}`,
      )}
      labels={await labelsFor(actor, locale, [{ kind, slug, content: props.content }])}
      drafted={others
        .filter((change) => change.action === 'add')
        .map((change) => ({
          kind: change.kind,
          slug: change.slug,
          title: ownTitle(change.kind, change.content) ?? change.slug,
          hint: t('workspace.form.addedHere'),
        }))}
      lookupAddress="/api/workspace/lookup"
      send={props.send}
      found={props.earlier && foundIn(kind, props.earlier.findings, t)}
      settled={props.settled}
      addable={added}
      reasons={reasonKindsOf[action].map((value) => ({ value, label: t(`vocabulary.reasonKinds.${value}`) }))}
      referring={action === 'withdraw' ? await referringIn(actor, props, draft?.submissionId ?? null) : undefined}
      preview={props.preview}
      aside={props.aside}
    />
  );
}

function foundIn(kind: RecordKind, findings: readonly Finding[], t: FormWords): FormRefusal | null {
  if (findings.length === 0) return null;
  return { kind: 'refused', message: t('workspace.versions.found'), findings: [findingSentences(kind, findings, t)] };
}

function defaultReason(kind: RecordKind, action: ChangeAction): ReasonKind {
  if (action === 'add' && kind === 'progress_report') return 'new_report';
  return reasonKindsOf[action][0];
}

function refersTo(kind: RecordKind, target: RecordKind): boolean {
  const refers = (field: Field): boolean =>
    field.type === 'list'
      ? Object.values(field.fields).some(refers)
      : field.type === 'reference' && field.to === target;
  return Object.values(records[kind].fields).some(refers);
}
