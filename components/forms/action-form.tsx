'use client'; // says what was refused without leaving the page

import { type FormEvent, type ReactNode, startTransition, useActionState } from 'react';
import { Notice } from '@/components/layout/notice';
import styles from './forms.module.css';

/** Null until something is refused. */
export type ActionAnswer = null | {
  readonly message: string;
  /** What to mend, each a link to where it is mended. */
  readonly lines?: readonly { readonly href: string; readonly text: string }[];
};

export interface ActionFormProps {
  readonly action: (previous: ActionAnswer, form: FormData) => Promise<ActionAnswer>;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly children: ReactNode;
}

/** A button, or a few fields and a button, whose answer is shown above them. */
export function ActionForm({ action, hidden, children }: ActionFormProps) {
  const [refused, act, isPending] = useActionState(action, null);
  // React empties a form once its action has answered; what was typed has to stay when it is refused.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    startTransition(() => act(typed));
  }
  return (
    <form action={act} onSubmit={send}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused && (
        <div className={styles.answerAbove}>
          <Notice tone="problem" isLive>
            <p>{refused.message}</p>
            {refused.lines && (
              <ul>
                {refused.lines.map(({ href, text }) => (
                  <li key={`${href} ${text}`}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
      <fieldset disabled={isPending} className={styles.bare}>
        {children}
      </fieldset>
    </form>
  );
}
