'use client'; // keeps what was typed beside the sentence that says what went wrong; without JavaScript the page does the same

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { TextField } from '@/components/controls/field';
import { Stack } from '@/components/layout/page';
import { type FormAction, type FormState, untouched } from './form-state';
import { PasswordField } from './password-field';

export interface SignInFormProps {
  readonly action: FormAction;
  /** Where to go afterwards. */
  readonly from: string | null;
  /** What an earlier attempt by another way ended with. */
  readonly message: string | null;
}

export function SignInForm({ action, from, message }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, { ...untouched, message });
  return (
    <form action={submit} key={state.attempt}>
      <ErrorSummary errors={state.errors} message={state.message ?? undefined} title={t('notSignedIn')} />
      {from && <input type="hidden" name="from" value={from} />}
      <Stack>
        <TextField
          name="email"
          label={t('email')}
          type="email"
          autoComplete="username"
          width="medium"
          maxLength={254}
          required
          defaultValue={state.typed.email?.[0]}
        />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
      </Stack>
      <ButtonRow>
        <Button disabled={isPending}>{t('action')}</Button>
      </ButtonRow>
    </form>
  );
}
