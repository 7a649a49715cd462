import { useTranslations } from 'next-intl';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './controls.module.css';

export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  /** What to enter, and where it can be found. */
  readonly hint?: ReactNode;
  /** Beside the control: `%`, `km`, `AZN`. */
  readonly unit?: string;
  /** How to fix it. The form gives a focusable summary with `ErrorSummary`. */
  readonly error?: string | null;
  /** Fields are required unless they say that they are optional. */
  readonly isOptional?: boolean;
  /** Differs from the name where a form has the name twice. */
  readonly id?: string;
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentPropsWithRef<Tag>,
  'name' | 'id' | 'className'
>;

export type TextFieldProps = FieldProps & Native<'input'> & { readonly width?: 'short' | 'medium' | 'long' };

export function TextField({ width = 'long', ...props }: TextFieldProps) {
  const [field, native] = split(props);
  return (
    <FieldFrame {...field}>
      <input type="text" {...native} {...described(field)} className={`${styles.control} ${styles[width]}`} />
    </FieldFrame>
  );
}

export type NumberFieldProps = Omit<TextFieldProps, 'type'>;

/** Text with a numeric keyboard: a number input loses digits, scrolls away values and refuses a pasted comma. */
export function NumberField({ width = 'short', ...props }: NumberFieldProps) {
  return <TextField inputMode="decimal" autoComplete="off" width={width} {...props} />;
}

export type TextAreaFieldProps = FieldProps & Native<'textarea'>;

export function TextAreaField(props: TextAreaFieldProps) {
  const [field, native] = split(props);
  return (
    <FieldFrame {...field}>
      <textarea
        rows={4}
        {...native}
        {...described(field)}
        className={`${styles.control} ${styles.long} ${styles.area}`}
      />
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type SelectFieldProps = FieldProps &
  Native<'select'> & { readonly options: readonly Choice[]; readonly emptyLabel?: string | null };

export function SelectField({ options, emptyLabel, ...props }: SelectFieldProps) {
  const t = useTranslations('controls');
  const [field, native] = split(props);
  return (
    <FieldFrame {...field}>
      <select {...native} {...described(field)} className={`${styles.control} ${styles.medium}`}>
        {emptyLabel !== null && <option value="">{emptyLabel ?? t('choose')}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export type CheckboxFieldProps = FieldProps & Omit<Native<'input'>, 'type'>;

export function CheckboxField(props: CheckboxFieldProps) {
  const [field, native] = split(props);
  return (
    <div className={`${styles.field} ${field.error ? styles.wrong : ''}`}>
      <div className={styles.check}>
        <input type="checkbox" {...native} {...described(field)} />
        <label htmlFor={idOf(field)}>{field.label}</label>
      </div>
      <Words {...field} />
    </div>
  );
}

export type RadioFieldProps = FieldProps & {
  readonly options: readonly (Choice & { readonly hint?: ReactNode })[];
  readonly defaultValue?: string;
  readonly isInline?: boolean;
};

export function RadioField({ options, defaultValue, isInline, ...field }: RadioFieldProps) {
  return (
    <fieldset className={`${styles.field} ${styles.group} ${field.error ? styles.wrong : ''}`} {...describedBy(field)}>
      <legend className={styles.label}>{field.label}</legend>
      <Words {...field} />
      <div className={isInline ? styles.inline : undefined}>
        {options.map((option, index) => (
          <div key={option.value} className={styles.check}>
            <input
              type="radio"
              id={index === 0 ? idOf(field) : `${idOf(field)}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={defaultValue === option.value}
            />
            <label htmlFor={index === 0 ? idOf(field) : `${idOf(field)}-${option.value}`}>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Label, hint, error and unit around a control of your own; give that control `described(field)`. */
export function FieldFrame(props: FieldProps & { readonly children: ReactNode }) {
  const t = useTranslations('controls');
  const { label, unit, error, isOptional, children } = props;
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ''}`}>
      <label className={styles.label} htmlFor={idOf(props)}>
        {label}
        {unit && <span className="visually-hidden"> ({unit})</span>}
        {isOptional && <span className={styles.optional}> ({t('optional')})</span>}
      </label>
      <Words {...props} />
      <div className={styles.withUnit}>
        {children}
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}

/** Attributes that tie a control to its label, hint and error. */
export function described(field: FieldProps) {
  return {
    id: idOf(field),
    name: field.name,
    'aria-invalid': field.error ? true : undefined,
    ...describedBy(field),
  };
}

/** Where a summary's link leads: `#field-…`. */
export const fieldId = (name: string) => `field-${name.replaceAll(/[^\w-]/g, '-')}`;

function Words({ hint, error, ...field }: FieldProps) {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={`${idOf(field)}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${idOf(field)}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

function describedBy(field: FieldProps) {
  const ids = [field.hint ? `${idOf(field)}-hint` : '', field.error ? `${idOf(field)}-error` : ''].filter(Boolean);
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined };
}

const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>) => id ?? fieldId(name);

function split<Props extends FieldProps>(props: Props): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { name, label, hint, unit, error, isOptional, id, ...native } = props;
  return [{ name, label, hint, unit, error, isOptional, id }, native];
}
