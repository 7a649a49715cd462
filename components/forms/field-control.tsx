'use client'; // what is typed is kept while it is typed

import type { FieldProps } from '@/components/controls/field';
import { NumberField, SelectField, TextAreaField, TextField } from '@/components/controls/field';
import { useTranslations } from 'next-intl';
import { FileControl } from './file-control';
import type { SingleControl } from './form-spec';
import { ReferenceControl } from './reference-control';

export interface FieldControlProps {
  readonly control: SingleControl;
  /** Unique in the form: `0.places.0.placeSlug`. */
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly errors: readonly string[];
  /** Beside the control, when it depends on another: the unit of the measure chosen, the currency. */
  readonly unit?: string;
  /** When only some of the options fit what is chosen elsewhere. */
  readonly sector?: string;
  /** In the rows of a list the heads say enough. */
  readonly hasHint: boolean;
}

export function FieldControl({ control, id, value, onChange, errors, unit, sector, hasHint }: FieldControlProps) {
  const t = useTranslations('workspace.form');
  const field: FieldProps = {
    name: id,
    label: control.label,
    hint: hasHint ? hintOf(control, t) : undefined,
    error: errors.length > 0 ? errors.join(' ') : null,
    isOptional: control.isOptional,
    unit: unit ?? control.unit,
  };
  const typed = {
    ...field,
    value,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  switch (control.type) {
    case 'reference':
      // Of what kind is not chosen yet: what was typed stays visible.
      if (!control.to) return <TextField {...typed} autoComplete="off" />;
      return <ReferenceControl field={field} to={control.to} value={value} onChange={onChange} />;
    case 'select': {
      const options = (control.options ?? []).filter(
        (option) => !sector || !option.sector || option.sector === sector || option.value === value,
      );
      // A value that the list does not hold (any more) stays visible, so that nobody changes it unseen.
      const shown =
        value && !options.some((option) => option.value === value) ? [...options, { value, label: value }] : options;
      return <SelectField {...typed} options={shown} emptyLabel={control.isOptional ? t('notKnown') : undefined} />;
    }
    case 'paragraphs':
      return <TextAreaField {...typed} rows={3} />;
    case 'geometry':
      return <TextAreaField {...typed} rows={3} spellCheck={false} />;
    case 'number':
      return <NumberField {...typed} />;
    case 'money':
      return <NumberField {...typed} width="medium" />;
    case 'date':
      return <TextField {...typed} width="short" autoComplete="off" placeholder="2026-06-30" />;
    case 'short':
      return <TextField {...typed} width="short" autoComplete="off" />;
    case 'file':
      return <FileControl field={field} value={value} onChange={onChange} />;
    case 'url':
      return <TextField {...typed} inputMode="url" autoComplete="off" />;
    case 'line':
      return <TextField {...typed} autoComplete="off" />;
  }
}

function hintOf(control: SingleControl, t: (key: string) => string): string {
  if (control.type === 'geometry') return `${control.hint} ${t('geometryHint')}`;
  return control.hint;
}
