'use client'; // its fields follow what the form was told

import { useTranslations } from 'next-intl';
import { Stack } from '@/components/layout/page';
import { shortestPassword } from '@/domain/credentials';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';
import { EmailField, NameField } from './person-fields';
import { TypedForm } from './typed-form';

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
  return (
    <TypedForm action={action} actionLabel={actionLabel} problemTitle={t('notDone')}>
      {(state) => (
        <Stack>
          <input type="hidden" name="token" value={token} />
          {name !== null && (
            <NameField state={state} label={t('name')} hint={t('nameHint')} autoComplete="name" begun={name} />
          )}
          {asksEmail ? (
            <EmailField state={state} label={t('email')} autoComplete="username" />
          ) : (
            <input type="hidden" autoComplete="username" value={email} readOnly />
          )}
          <PasswordField
            name="newPassword"
            label={t('newPassword')}
            hint={t('passwordHint', { shortest: shortestPassword })}
            error={state.errors.newPassword?.[0]}
            autoComplete="new-password"
          />
        </Stack>
      )}
    </TypedForm>
  );
}
