import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { fieldId } from '@/components/controls/field';
import { identifierFrom } from '@/domain/record/identifier';
import type { RecordKind } from '@/domain/record/kinds';
import { type FormTools, type FoundReference, findReferences } from './form-tools';
import type { FormRefusal, Meanwhile, SendForm, TypedForm, TypedRecord } from './form-state';
import type { LocalDraft } from './local-drafts';
import { addedRecord, tidied, titleIn } from './typed-records';
import { useLocalDraft } from './use-local-draft';

export interface BeginningOfForm {
  readonly record: TypedRecord;
  readonly draft: { readonly submissionId: string; readonly rowVersion: number } | null;
  readonly idempotencyKey: string;
  /** Where what is typed is kept on this device. */
  readonly localKey: string;
  /** Titles of the records referred to, by `kind/slug`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Records that the same draft adds. */
  readonly drafted: readonly (FoundReference & { readonly kind: RecordKind })[];
  readonly lookupAddress: string;
  readonly addable: readonly RecordKind[];
  readonly send: SendForm;
  /** What is to be mended before anything is typed: of an earlier version that is proposed again. */
  readonly found?: FormRefusal | null;
}

type Sending = Pick<TypedForm, 'submissionId' | 'rowVersion' | 'idempotencyKey' | 'removed'>;

/** Everything that happens in a record form: what is typed, what is kept, what is sent, what came of it. */
export function useRecordForm(begun: BeginningOfForm) {
  const t = useTranslations('workspace.form');
  const [records, setRecords] = useState<readonly TypedRecord[]>([begun.record]);
  const [sending, setSending] = useState<Sending>({
    submissionId: begun.draft?.submissionId ?? null,
    rowVersion: begun.draft?.rowVersion ?? null,
    idempotencyKey: begun.idempotencyKey,
    removed: [],
  });
  const [refusal, setRefusal] = useState<FormRefusal | null>(begun.found ?? null);
  const [state, setState] = useState<'open' | 'sending' | 'unsent'>('open');
  const [labels, setLabels] = useState(begun.labels);
  const local = useLocalDraft(begun.localKey, { ...sending, records });

  const tools = useMemo((): FormTools => {
    const added = records.slice(1).map((each) => ({ ...each, title: titleIn(each), hint: t('addedHere') }));
    const own = [...begun.drafted, ...added];
    return {
      find: (kind, query, signal) => findReferences(begun.lookupAddress, kind, query, signal),
      labelOf: (kind, slug) =>
        own.find((each) => each.kind === kind && each.slug === slug)?.title ?? labels[`${kind}/${slug}`] ?? slug,
      learn: (kind, { slug, title }) => setLabels((before) => ({ ...before, [`${kind}/${slug}`]: title })),
      ownMatches: (kind, words) =>
        own.filter((each) => each.kind === kind && each.title.toLowerCase().includes(words.trim().toLowerCase())),
      canAdd: (kind) => begun.addable.includes(kind),
      add: (kind, name) => {
        const slug = `${identifierFrom(name) || kind}-${Math.random().toString(36).slice(2, 6)}`;
        setRecords((before) => [...before, addedRecord(kind, slug, name)]);
        setTimeout(() => document.getElementById(fieldId(`added.${slug}`))?.focus());
        return slug;
      },
    };
  }, [begun.drafted, begun.lookupAddress, begun.addable, records, labels, t]);

  async function send(intent: TypedForm['intent']) {
    if (state === 'sending') return;
    setState('sending');
    const tidy = tidied(records, begun.record);
    setRecords(tidy);
    // Whatever happens to this page while it is sent, what was typed is on this device.
    local.keepNow({ ...sending, records: tidy });
    try {
      const answer = await begun.send({ ...sending, intent, records: tidy });
      if (answer.kind === 'done') {
        local.finish();
        window.location.assign(answer.goTo);
        return;
      }
      setRefusal(answer);
      if (answer.kept) keepAsDraft(answer.kept);
      setState('open');
    } catch {
      // No connection, or the service is down: what was typed stays here and on this device.
      setState('unsent');
    }
  }

  function keepAsDraft({ slugs, submissionId, rowVersion }: NonNullable<FormRefusal['kept']>) {
    setSending((before) => ({ ...before, submissionId, rowVersion, removed: [] }));
    setRecords((before) =>
      before.map((record, index) => ({
        ...record,
        slug: slugs[index] ?? record.slug,
        replaces: slugs[index] ?? record.replaces,
      })),
    );
  }

  return {
    records,
    tools,
    refusal,
    state,
    send,
    earlier: local.earlier,
    forget: local.forget,
    change: (index: number, changed: Partial<TypedRecord>) =>
      setRecords((before) => before.map((record, at) => (at === index ? { ...record, ...changed } : record))),
    remove: ({ kind, slug, replaces }: TypedRecord) => {
      setRecords((before) => before.filter((each) => each.kind !== kind || each.slug !== slug));
      if (replaces) setSending((before) => ({ ...before, removed: [...before.removed, { kind, slug: replaces }] }));
    },
    takeUpEarlier: ({ records: typed, savedAt: _savedAt, ...earlier }: LocalDraft) => {
      setRecords(typed);
      setSending(earlier);
      local.setAside();
    },
    /** Begins again from what was published meanwhile, with the text typed. */
    takeOver: ({ kind, slug, currentVersion }: Meanwhile) => {
      setRecords((before) =>
        before.map((record) =>
          record.kind === kind && record.slug === slug ? { ...record, baseVersion: currentVersion } : record,
        ),
      );
      setRefusal(null);
    },
  };
}
