'use client'; // keeps what was typed beside what is to be mended; without JavaScript the page does the same

import { type ReactNode, useActionState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { Notice } from '@/components/layout/notice';
import { type FormAction, type FormState, untouched } from './form-state';
import { type HandedOver, LinkToHandOver } from './link-to-hand-over';
import styles from './people.module.css';

export interface TypedFormProps {
  readonly action: FormAction;
  readonly actionLabel: string;
  /** Above what is to be mended, when it is not just "a problem". */
  readonly problemTitle?: string;
  /** What an earlier attempt by another way ended with. */
  readonly message?: string | null;
  /** What its action makes and shows once, where that is no one-time link. */
  readonly handedOver?: HandedOver;
  /** The fields, drawn anew with every answer. */
  readonly children: (state: FormState) => ReactNode;
}

/** A form of people and passwords: what is to be mended above its fields, what was done, and one button. */
export function TypedForm({ action, actionLabel, problemTitle, message = null, handedOver, children }: TypedFormProps) {
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, { ...untouched, message });
  return (
    <form action={submit} key={state.attempt} className={styles.form}>
      <ErrorSummary errors={state.errors} message={state.message ?? undefined} title={problemTitle} />
      {state.done && (
        <Notice tone="success" isLive>
          {state.done}
          {state.link && <LinkToHandOver link={state.link} words={handedOver} />}
        </Notice>
      )}
      {children(state)}
      <ButtonRow>
        <Button disabled={isPending}>{actionLabel}</Button>
      </ButtonRow>
    </form>
  );
}
