'use client'; // its fields follow what the form was told

import { useTranslations } from 'next-intl';
import { Stack } from '@/components/layout/page';
import { shortestPassword } from '@/domain/credentials';
import type { FormAction } from './form-state';
import { PasswordField } from './password-field';
import { TypedForm } from './typed-form';

export function PasswordForm({ action, email }: { readonly action: FormAction; readonly email: string }) {
  const t = useTranslations('account');
  const door = useTranslations('signIn');
  return (
    <TypedForm action={action} actionLabel={t('setPassword')} problemTitle={door('notDone')}>
      {({ errors }) => (
        <Stack>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <PasswordField
            name="oldPassword"
            label={t('oldPassword')}
            error={errors.oldPassword?.[0]}
            autoComplete="current-password"
          />
          <PasswordField
            name="newPassword"
            label={door('newPassword')}
            hint={door('passwordHint', { shortest: shortestPassword })}
            error={errors.newPassword?.[0]}
            autoComplete="new-password"
          />
        </Stack>
      )}
    </TypedForm>
  );
}
