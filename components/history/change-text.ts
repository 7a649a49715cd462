import { fieldLabel } from '@/components/forms/form-spec';
import { contentText, type TextContext } from '@/components/review/content-text';
import { codeOf } from '@/components/review/content-words';
import { differenceText } from '@/components/review/move-text';
import type { Content } from '@/domain/record/content';
import type { Field } from '@/domain/record/field';
import { records } from '@/domain/record/records';
import { compareContents, type FieldChange } from '@/domain/submission/compare';
import { figureMoves, movesAt } from '@/domain/submission/outliers';
import type { PublishedRevision } from './published-revision';

export type ToldRevision = Pick<PublishedRevision, 'kind' | 'action' | 'before' | 'after'>;

export interface ChangedField {
  readonly field: string;
  readonly text: string;
}

/**
 * What a revision changed, a line a field: figures with their difference. Of a new record its figures and dates. Page and
 * feed say the same.
 */
export function changedFields(revision: ToldRevision, context: TextContext): readonly ChangedField[] {
  const { kind, action, before, after } = revision;
  if (action === 'withdraw') return [];
  const { fields } = records[kind];
  return compareContents(Object.keys(fields), before, after)
    .filter(({ field }) => action === 'change' || isFigureOrDate(fields[field]))
    .map((change) => ({ field: change.field, text: lineOf(revision, change, context) }));
}

function lineOf({ kind, before, after }: ToldRevision, change: FieldChange, context: TextContext): string {
  const { t, words } = context;
  const definition = records[kind];
  const field = definition.fields[change.field];
  if (!field) return change.field;
  const label = fieldLabel(kind, change.field, t);
  const now = contentText(field, change.after, after, context);
  if (before === null) return t('history.line.new', { field: label, now });
  const was = contentText(field, change.before, before, context);
  if (now.length + was.length > longestLine) return t('history.line.long', { field: label });
  const moves = movesAt(figureMoves(definition, before, after), change.field);
  const differences = moves.map(([key, { difference }]) => {
    const measure = key === change.field ? null : codeOf(words, 'measure', key.slice(change.field.length + 1));
    const unit = measure?.unit ?? currencyOf(field, after);
    const amount = differenceText(difference, isPercent(field), unit, context);
    return measure ? `${measure.label}: ${amount}` : amount;
  });
  if (differences.length === 0) return t('history.line.changed', { field: label, was, now });
  const line = field.type === 'list' ? 'rowsMoved' : 'moved';
  return t(`history.line.${line}`, { field: label, difference: differences.join(', '), was, now });
}

/** Longer texts and lists are read beside each other, one link away. */
const longestLine = 400;

const isPercent = (field: Field) => field.type === 'number' && field.unit === 'percent';

const currencyOf = (field: Field, { currency }: Content) =>
  field.type === 'money' && typeof currency === 'string' ? currency : null;

function isFigureOrDate(field: Field | undefined): boolean {
  if (!field) return false;
  return field.type === 'list' ? 'measure' in field.fields : ['number', 'money', 'date'].includes(field.type);
}
