'use client'; // shows what is typed, for those who want to see it

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { described, FieldFrame, type FieldProps } from '@/components/controls/field';
import styles from './people.module.css';

export type PasswordFieldProps = FieldProps & { readonly autoComplete: 'current-password' | 'new-password' };

export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  const t = useTranslations('controls');
  const [isShown, setShown] = useState(false);
  const words = useId();
  return (
    <FieldFrame {...field}>
      <input
        {...described(field)}
        className={`${controls.control} ${controls.medium} ${styles.password}`}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
        required
      />
      <button
        type="button"
        className={styles.show}
        aria-pressed={isShown}
        aria-describedby={words}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? t('hide') : t('show')}
        <span className="visually-hidden" id={words}>
          {field.label}
        </span>
      </button>
    </FieldFrame>
  );
}
