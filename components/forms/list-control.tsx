'use client'; // rows are added and removed

import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { fieldId } from '@/components/controls/field';
import { type FormValues, rowCount } from '@/domain/form/form-values';
import { isRecordKind } from '@/domain/record/kinds';
import { FieldControl } from './field-control';
import type { ListControl as ListSpec, SingleControl } from './form-spec';
import styles from './forms.module.css';

export interface ListControlProps {
  readonly control: ListSpec;
  readonly id: string;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  readonly errorsAt: (path: string) => readonly string[];
}

/** Small records inside a record: one row each, with buttons to add and remove. */
export function ListControl({ control, id, values, onChange, errorsAt }: ListControlProps) {
  const t = useTranslations('workspace.form');
  const rows = Math.max(rowCount(values, control.name), control.isOptional ? 0 : 1);
  const at = (position: number, key: string) => `${control.name}.${position}.${key}`;
  const own = errorsAt(control.name);

  function remove(position: number) {
    const kept = Object.entries(values).flatMap(([name, value]) => {
      const [head, row, key] = name.split('.');
      if (head !== control.name || row === undefined || key === undefined) return [[name, value] as const];
      if (Number(row) === position) return [];
      return [[at(Number(row) > position ? Number(row) - 1 : Number(row), key), value] as const];
    });
    onChange(Object.fromEntries(kept));
  }

  function add() {
    onChange({ ...values, ...Object.fromEntries(control.row.map(({ name }) => [at(rows, name), ''])) });
    // The row is drawn first, then its first control takes the focus.
    const [first] = control.row;
    if (first) setTimeout(() => document.getElementById(fieldId(`${id}.${at(rows, first.name)}`))?.focus());
  }

  return (
    <fieldset className={styles.list} id={fieldId(`${id}.${control.name}`)} tabIndex={-1}>
      <legend className={styles.listLegend}>
        {control.label}
        {control.isOptional && <span className={styles.soft}> ({t('optional')})</span>}
      </legend>
      <p className={styles.hint}>{control.hint}</p>
      {own.length > 0 && <p className={styles.error}>{own.join(' ')}</p>}
      {Array.from({ length: rows }, (_, position) => (
        <div
          key={position}
          className={styles.row}
          role="group"
          aria-label={t('row', { list: control.label, number: position + 1 })}
        >
          {control.row.map((cell) => (
            <FieldControl
              key={cell.name}
              control={withKind(cell, position, control.name, values)}
              id={`${id}.${at(position, cell.name)}`}
              value={values[at(position, cell.name)] ?? ''}
              onChange={(value) => onChange({ ...values, [at(position, cell.name)]: value })}
              errors={errorsAt(at(position, cell.name))}
              unit={unitIn(control, position, cell.name, values)}
              hasHint={false}
            />
          ))}
          {(control.isOptional || rows > 1) && (
            <Button type="button" weight="quiet" onClick={() => remove(position)}>
              {t('removeRow', { list: control.label, number: position + 1 })}
            </Button>
          )}
        </div>
      ))}
      <Button type="button" weight="secondary" onClick={add}>
        {t('addRow', { list: control.label })}
      </Button>
    </fieldset>
  );
}

/** What a reference leads to may be chosen beside it. */
function withKind(cell: SingleControl, position: number, list: string, values: FormValues): SingleControl {
  const kind = cell.kindIn ? (values[`${list}.${position}.${cell.kindIn}`] ?? '') : '';
  return isRecordKind(kind) ? { ...cell, to: kind } : cell;
}

/** A quantity's unit is that of the measure in its row; an amount's the currency of the record. */
function unitIn(control: ListSpec, position: number, name: string, values: FormValues): string | undefined {
  const cell = control.row.find((each) => each.name === name);
  if (cell?.type === 'money') return values.currency || undefined;
  if (cell?.type !== 'number' || cell.unit) return undefined;
  const measure = control.row.find((each) => each.name === 'measure');
  return measure?.options?.find(({ value }) => value === values[`${control.name}.${position}.measure`])?.unit;
}
