'use client'; // says beside the button what became of it

import { useActionState } from 'react';
import { Button, type ButtonProps } from '@/components/controls/button';
import { Notice } from '@/components/layout/notice';
import { type FormAction, type FormState, untouched } from './form-state';
import { LinkToHandOver } from './link-to-hand-over';
import styles from './people.module.css';

export interface ActFormProps {
  readonly action: FormAction;
  readonly label: string;
  /** What it does, in a sentence. */
  readonly words: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly weight?: ButtonProps['weight'];
}

/** One button that does one thing to one person. */
export function ActForm({ action, label, words, hidden = {}, weight = 'secondary' }: ActFormProps) {
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, untouched);
  return (
    <form action={submit} className={styles.act}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{words}</p>
      <Button weight={weight} disabled={isPending}>
        {label}
      </Button>
      {state.message && (
        <Notice tone="problem" isLive>
          {state.message}
        </Notice>
      )}
      {state.done && (
        <Notice tone="success" isLive>
          {state.done}
          {state.link && <LinkToHandOver link={state.link} />}
        </Notice>
      )}
    </form>
  );
}
