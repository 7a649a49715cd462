import type { ReactNode } from 'react';
import { TextField } from '@/components/controls/field';
import type { FormState } from './form-state';

export interface PersonFieldProps {
  readonly state: FormState;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the browser may fill in; `off` where it is somebody else's. */
  readonly autoComplete: 'name' | 'username' | 'off';
  readonly begun?: string;
}

/** The name of a person, in every form that asks for one. */
export function NameField({ state, begun, ...field }: PersonFieldProps) {
  return (
    <TextField
      {...field}
      name="name"
      error={state.errors.name?.[0]}
      width="medium"
      maxLength={120}
      required
      defaultValue={state.typed.name?.[0] ?? begun}
    />
  );
}

/** The e-mail address that a person signs in with. */
export function EmailField({ state, begun, ...field }: PersonFieldProps) {
  return (
    <TextField
      {...field}
      name="email"
      error={state.errors.email?.[0]}
      type="email"
      width="medium"
      maxLength={254}
      required
      defaultValue={state.typed.email?.[0] ?? begun}
    />
  );
}
