'use client'; // keeps the note and the ticks whatever is refused

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { CheckboxField, TextAreaField } from '@/components/controls/field';
import { Fieldset } from '@/components/controls/fieldset';
import { Notice } from '@/components/layout/notice';
import { checklist, unchecked } from '@/domain/submission/checklist';
import styles from './review.module.css';

export type Decision = 'approve' | 'return' | 'reject';

export interface DecisionRequest {
  readonly decision: Decision;
  readonly submissionId: string;
  readonly contentHash: string;
  readonly note: string;
  readonly ticked: readonly string[];
}

export type DecisionAnswer =
  | { readonly kind: 'done'; readonly goTo: string }
  | {
      readonly kind: 'refused';
      readonly message: string;
      /** What keeps it from being published, a sentence each. */
      readonly lines?: readonly string[];
      /** What is there now, when it is not what was seen. */
      readonly now?: ReactNode;
    };

export interface DecisionFormProps {
  readonly submissionId: string;
  /** Of what is shown; the decision names it. */
  readonly contentHash: string;
  readonly decide: (request: DecisionRequest) => Promise<DecisionAnswer>;
}

/** The checklist, a note, and three buttons that say what they do. */
export function DecisionForm({ submissionId, contentHash, decide }: DecisionFormProps) {
  const t = useTranslations('workspace');
  const router = useRouter();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<Extract<DecisionAnswer, { kind: 'refused' }> | null>(null);
  const [wanted, setWanted] = useState<'ticks' | 'note' | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // the event of a form's submission
    const decision = submitter instanceof HTMLButtonElement ? (submitter.value as Decision) : 'return'; // one of the three below
    const missing =
      decision === 'approve' ? (unchecked(ticked).length > 0 ? 'ticks' : null) : note.trim() === '' ? 'note' : null;
    setWanted(missing);
    if (missing || isSending) return;
    setSending(true);
    try {
      const answer = await decide({ decision, submissionId, contentHash, note, ticked });
      if (answer.kind === 'done') return window.location.assign(answer.goTo);
      setRefused(answer);
    } catch {
      setRefused({ kind: 'refused', message: t('review.unsent') });
    }
    setSending(false);
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Fieldset legend={t('checklist.title')} hint={t('checklist.hint')}>
        {checklist.map((each) => (
          <CheckboxField
            key={each}
            name={each}
            label={t(`checklist.${each}`)}
            checked={ticked.includes(each)}
            onChange={(event) =>
              setTicked(event.target.checked ? [...ticked, each] : ticked.filter((other) => other !== each))
            }
          />
        ))}
      </Fieldset>
      <Fieldset legend={t('review.decision')}>
        <TextAreaField
          name="note"
          label={t('review.note')}
          hint={t('review.noteHint')}
          error={wanted === 'note' ? t('review.noteNeeded') : null}
          isOptional
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Fieldset>
      <div className={styles.notices}>
        {wanted === 'ticks' && (
          <Notice tone="problem" isLive>
            <p>{t('checklist.unchecked', { count: unchecked(ticked).length })}</p>
          </Notice>
        )}
        {refused && (
          <Notice tone="problem" isLive>
            <p>{refused.message}</p>
            {refused.lines && refused.lines.length > 0 && (
              <ul>
                {refused.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {refused?.now && (
          <Notice tone="warning" title={t('review.nowTitle')}>
            <p>{t('review.nowText')}</p>
            {refused.now}
            <Button
              type="button"
              weight="secondary"
              onClick={() => {
                setRefused(null);
                setTicked([]);
                router.refresh();
              }}
            >
              {t('review.takeNow')}
            </Button>
          </Notice>
        )}
      </div>
      <ButtonRow>
        <Button value="approve" disabled={isSending}>
          {t('review.approve')}
        </Button>
        <Button value="return" weight="secondary" disabled={isSending}>
          {t('review.return')}
        </Button>
        <Button value="reject" weight="warning" disabled={isSending}>
          {t('review.reject')}
        </Button>
      </ButtonRow>
    </form>
  );
}
