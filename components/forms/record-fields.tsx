'use client'; // part of the record form

import { Fieldset } from '@/components/controls/fieldset';
import type { FormValues } from '@/domain/form/form-values';
import { FieldControl } from './field-control';
import type { FormControl, FormSpec } from './form-spec';
import styles from './forms.module.css';
import { ListControl } from './list-control';

export interface RecordFieldsProps {
  readonly spec: FormSpec;
  /** Unique in the form. */
  readonly id: string;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  readonly errorsAt: (path: string) => readonly string[];
  /** Fields that the form has settled already, such as the project of a report. */
  readonly settled?: readonly string[];
}

/** Every field of one record, grouped as people think of them: what, where, dates, figures, who says so, note. */
export function RecordFields({ spec, id, values, onChange, errorsAt, settled = [] }: RecordFieldsProps) {
  return spec.groups.map(({ group, legend, hint, controls }) => {
    const shown = controls.filter(({ name }) => !settled.includes(name));
    if (shown.length === 0) return null;
    return (
      <Fieldset key={group} legend={legend} hint={hint}>
        <div className={styles.grid}>
          {shown.map((control) => (
            <div key={control.name} className={isWide(control) ? styles.wide : undefined}>
              {control.type === 'list' ? (
                <ListControl control={control} id={id} values={values} onChange={onChange} errorsAt={errorsAt} />
              ) : (
                <FieldControl
                  control={control}
                  id={`${id}.${control.name}`}
                  value={values[control.name] ?? ''}
                  onChange={(value) => onChange({ ...values, [control.name]: value })}
                  errors={errorsAt(control.name)}
                  unit={unitOf(control, controls, values)}
                  sector={control.name === 'subsector' ? values.sector : undefined}
                  hasHint
                />
              )}
            </div>
          ))}
        </div>
      </Fieldset>
    );
  });
}

const wide: readonly FormControl['type'][] = ['list', 'paragraphs', 'geometry', 'url', 'line', 'reference'];

/** Short fields stand side by side where there is room. */
const isWide = ({ type }: FormControl) => wide.includes(type);

function unitOf(control: FormControl, controls: readonly FormControl[], values: FormValues): string | undefined {
  if (control.type === 'money') return values.currency || undefined;
  if (control.type !== 'number' || control.unit) return undefined;
  const measure = controls.find((each) => each.name === 'measure');
  const options = measure && measure.type !== 'list' ? measure.options : undefined;
  return options?.find(({ value }) => value === values.measure)?.unit ?? (values.unit || undefined);
}
