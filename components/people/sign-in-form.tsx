'use client'; // its fields follow what the form was told

import { useTranslations } from 'next-intl';
import { Stack } from '@/components/layout/page';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';
import { EmailField } from './person-fields';
import { TypedForm } from './typed-form';

export interface SignInFormProps {
  readonly action: FormAction;
  /** Where to go afterwards. */
  readonly from: string | null;
  /** What an earlier attempt by another way ended with. */
  readonly message: string | null;
}

export function SignInForm({ action, from, message }: SignInFormProps) {
  const t = useTranslations('signIn');
  return (
    <TypedForm action={action} actionLabel={t('action')} problemTitle={t('notSignedIn')} message={message}>
      {(state) => (
        <Stack>
          {from && <input type="hidden" name="from" value={from} />}
          <EmailField state={state} label={t('email')} autoComplete="username" />
          <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        </Stack>
      )}
    </TypedForm>
  );
}
