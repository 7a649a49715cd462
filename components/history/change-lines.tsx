import { useTranslations } from 'next-intl';
import { fieldLabel } from '@/components/forms/form-spec';
import { useContentText } from '@/components/review/content-value';
import { codeOf, type ContentWords } from '@/components/review/content-words';
import { useDifferenceText } from '@/components/review/move-text';
import type { Content } from '@/domain/record/content';
import type { Field } from '@/domain/record/field';
import { records } from '@/domain/record/records';
import { compareContents, type FieldChange } from '@/domain/submission/compare';
import { figureMoves, movesAt } from '@/domain/submission/outliers';
import styles from './history.module.css';
import type { PublishedRevision } from './published-revision';

export interface ChangeLinesProps {
  readonly revision: Pick<PublishedRevision, 'kind' | 'action' | 'before' | 'after'>;
  readonly words: ContentWords;
}

/** What a revision changed, a line a field: figures with their difference. Of a new record its figures and dates. */
export function ChangeLines({ revision, words }: ChangeLinesProps) {
  const t = useTranslations('history');
  const lineOf = useChangeLine(revision, words);
  const { kind, action, before, after } = revision;
  if (action === 'withdraw') return <p>{t('withdrawn')}</p>;
  const { fields } = records[kind];
  const changes = compareContents(Object.keys(fields), before, after).filter(
    ({ field }) => action === 'change' || isFigureOrDate(fields[field]),
  );
  if (changes.length === 0) return action === 'change' ? <p>{t('withheldOnly')}</p> : null;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.field}>{lineOf(change)}</li>
      ))}
    </ul>
  );
}

function useChangeLine({ kind, before, after }: ChangeLinesProps['revision'], words: ContentWords) {
  const t = useTranslations();
  const textOf = useContentText(words);
  const differenceOf = useDifferenceText();
  const definition = records[kind];
  const moves = figureMoves(definition, before, after);

  return (change: FieldChange): string => {
    const field = definition.fields[change.field];
    if (!field) return change.field;
    const label = fieldLabel(kind, change.field, t);
    const now = textOf(field, change.after, after);
    if (before === null) return t('history.line.new', { field: label, now });
    const was = textOf(field, change.before, before);
    if (now.length + was.length > longestLine) return t('history.line.long', { field: label });
    const differences = movesAt(moves, change.field).map(([key, { difference }]) => {
      const measure = key === change.field ? null : codeOf(words, 'measure', key.slice(change.field.length + 1));
      const amount = differenceOf(difference, isPercent(field), measure?.unit ?? currencyOf(field, after));
      return measure ? `${measure.label}: ${amount}` : amount;
    });
    if (differences.length === 0) return t('history.line.changed', { field: label, was, now });
    const difference = differences.join(', ');
    return t(field.type === 'list' ? 'history.line.rowsMoved' : 'history.line.moved', {
      field: label,
      difference,
      was,
      now,
    });
  };
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
