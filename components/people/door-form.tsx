'use client'; // keeps what was typed beside what is to be mended; without JavaScript the page does the same

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, ButtonRow } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { TextField } from '@/components/controls/field';
import { Stack } from '@/components/layout/page';
import { shortestPassword } from '@/domain/credentials';
import { type FormAction, type FormState, untouched } from './form-state';
import { PasswordField } from './password-field';

export interface DoorFormProps {
  readonly action: FormAction;
  readonly actionLabel: string;
  readonly token: string;
  /** Asked only of the first administrator; everyone else's is known. */
  readonly asksEmail?: boolean;
  /** Kept for the browser's list of passwords. */
  readonly email?: string;
  /** Asked of whoever is new; null asks nobody. */
  readonly name: string | null;
}

/** Sets a password by a one-time link, and whatever else is not known of the person. */
export function DoorForm({ action, actionLabel, token, asksEmail, email, name }: DoorFormProps) {
  const t = useTranslations('signIn');
  const [state, submit, isPending] = useActionState<FormState, FormData>(action, untouched);
  const { errors, typed } = state;
  return (
    <form action={submit} key={state.attempt}>
      <ErrorSummary errors={errors} message={state.message ?? undefined} title={t('notDone')} />
      <input type="hidden" name="token" value={token} />
      <Stack>
        {name !== null && (
          <TextField
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            error={errors.name?.[0]}
            autoComplete="name"
            width="medium"
            maxLength={120}
            required
            defaultValue={typed.name?.[0] ?? name}
          />
        )}
        {asksEmail ? (
          <TextField
            name="email"
            label={t('email')}
            error={errors.email?.[0]}
            type="email"
            autoComplete="username"
            width="medium"
            maxLength={254}
            required
            defaultValue={typed.email?.[0]}
          />
        ) : (
          <input type="hidden" autoComplete="username" value={email} readOnly />
        )}
        <PasswordField
          name="newPassword"
          label={t('newPassword')}
          hint={t('passwordHint', { shortest: shortestPassword })}
          error={errors.newPassword?.[0]}
          autoComplete="new-password"
        />
      </Stack>
      <ButtonRow>
        <Button disabled={isPending}>{actionLabel}</Button>
      </ButtonRow>
    </form>
  );
}
