import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedRun, ImportFrame } from '@/app/_edge/import-page';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { Button, ButtonLink, ButtonRow } from '@/components/controls/button';
import { type Choice, RadioField, SelectField, TextField } from '@/components/controls/field';
import { fieldLabel } from '@/components/forms/form-spec';
import { ActionForm } from '@/components/forms/action-form';
import styles from '@/components/import/import.module.css';
import { Notice } from '@/components/layout/notice';
import { Section } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import { kindOfTable } from '@/domain/export/tables';
import type { ConventionQuestion } from '@/domain/import/conventions';
import { importPath } from '@/domain/import/import-path';
import type { ColumnGuess, Mapping } from '@/domain/import/mapping';
import { type RecordTable, targetsOf } from '@/domain/import/targets';
import type { SheetColumns } from '@/server/import/guess-columns';
import { readSheetColumns } from '@/server/workspace/import/read-sheet';
import { dropHere, mapColumnsHere } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('steps.columns') };
}

export default async function ColumnsPage({ params }: PageProps<'/[locale]/workspace/import/[id]/columns'>) {
  const { actor, run } = await askedRun((await params).id);
  const [t, words, locale] = [await getTranslations('workspace.import'), await getTranslations(), await getLocale()];
  const isOpen = run.state !== 'proposed' && run.state !== 'dropped';
  if (isOpen && (!run.table || run.state === 'uploaded')) redirect(importPath(locale, run.id, 'table'));
  const columns = isOpen ? await readSheetColumns(actor, run) : null;
  const table = run.table;
  return (
    <ImportFrame run={run} step="columns" title={t('steps.columns')}>
      {[run.refusal, columns && !columns.ok ? columns.problem : null].map(
        (problem) =>
          problem && (
            <Notice key={problem.because} tone="problem">
              <p>{problemSentence(problem, words)}</p>
            </Notice>
          ),
      )}
      {columns?.ok && table && (
        <ActionForm action={mapColumnsHere} hidden={{ runId: run.id }}>
          <div className={styles.columns}>
            {(run.found?.questions ?? []).length > 0 && (
              <Section title={t('questions')}>
                {run.found?.questions.map((question) => (
                  <Question key={question.about} question={question} answered={run.answers[question.about]} />
                ))}
              </Section>
            )}
            <p>{t('columnsIntro')}</p>
            {columns.value.guess.missing.length > 0 && (
              <Notice tone="warning">
                <p>{t('missing', { columns: columns.value.guess.missing.join(', ') })}</p>
              </Notice>
            )}
            {columns.value.guess.isOwnFile ? (
              <details>
                <summary>{t('ownColumns', { count: columns.value.guess.columns.length })}</summary>
                <ColumnTable columns={columns.value} table={table} mapping={run.mapping} />
              </details>
            ) : (
              <ColumnTable columns={columns.value} table={table} mapping={run.mapping} />
            )}
            {asksForScheme(columns.value, run.mapping) && (
              <TextField
                name="ownScheme"
                label={t('ownScheme')}
                hint={t('ownSchemeHint')}
                isOptional
                width="medium"
                defaultValue={run.ownScheme ?? ''}
              />
            )}
            <ButtonRow>
              <Button>{t('check')}</Button>
              <ButtonLink weight="secondary" href={importPath(locale, run.id, 'table')}>
                {t('backToTable')}
              </ButtonLink>
            </ButtonRow>
          </div>
        </ActionForm>
      )}
      <div className={styles.actions}>
        <ActionForm action={dropHere} hidden={{ runId: run.id }}>
          <Button weight="quiet">{t('drop')}</Button>
        </ActionForm>
      </div>
    </ImportFrame>
  );
}

/** A table as it was downloaded has no identifiers of other registers, unless a column was chosen to be one. */
const asksForScheme = ({ guess }: SheetColumns, mapping: Mapping | null): boolean =>
  !guess.isOwnFile || guess.columns.some(({ position, target }) => (mapping?.[position] ?? target) === 'identifier');

interface ColumnTableProps {
  readonly columns: SheetColumns;
  readonly table: RecordTable;
  readonly mapping: Mapping | null;
}

async function ColumnTable({ columns, table, mapping }: ColumnTableProps) {
  const t = await getTranslations('workspace.import');
  return (
    <DataTable
      caption={t('columnsCaption')}
      isCaptionHidden
      rows={columns.guess.columns}
      rowKey={({ position }) => String(position)}
      columns={[
        { id: 'file', head: t('columnInFile'), isRowHead: true, cell: ({ header }) => header || '—' },
        {
          id: 'samples',
          head: t('columnSamples'),
          cell: ({ position }) => <span className={styles.samples}>{columns.samples[position]?.join(' · ')}</span>,
        },
        {
          id: 'is',
          head: t('columnIs'),
          cell: (column) => <ColumnChoice column={column} table={table} chosen={mapping?.[column.position]} />,
        },
      ]}
    />
  );
}

interface ColumnChoiceProps {
  readonly column: ColumnGuess;
  readonly table: RecordTable;
  /** What was chosen before; undefined where nothing was. */
  readonly chosen: string | null | undefined;
}

async function ColumnChoice({ column, table, chosen }: ColumnChoiceProps) {
  const [t, words] = [await getTranslations('workspace.import'), await getTranslations()];
  const options = [...targetsOf(table).values()]
    .filter(({ header, role }) => role !== 'ignored' || header === column.target)
    .map(({ header, column: target }): Choice => {
      const path = target?.origin === 'field' ? (target.list ? `${target.list}.0.${target.name}` : target.name) : null;
      const label = path ? fieldLabel(kindOfTable[table], path, words) : null;
      return { value: header, label: label ? `${label} (${header})` : header };
    });
  const notes = [
    column.recognisedBy && !column.isRepeat
      ? t('recognised', { how: words(`import.reading.recognised.${column.recognisedBy}`) })
      : null,
    column.isRepeat ? t('repeat') : null,
    column.namesScale ? t('scale') : null,
  ].filter((note) => note !== null);
  return (
    <SelectField
      name={`column-${column.position}`}
      label={<span className="visually-hidden">{`${t('columnIs')}: ${column.header}`}</span>}
      hint={notes.join(' ') || undefined}
      emptyLabel={t('leaveOut')}
      defaultValue={(chosen === undefined ? column.target : chosen) ?? ''}
      options={options}
    />
  );
}

async function Question({
  question: { about, options, isContradiction },
  answered,
}: {
  readonly question: ConventionQuestion;
  readonly answered: string | undefined;
}) {
  const t = await getTranslations('import.reading');
  const names: Readonly<Record<string, string>> = { '.': 'point', ',': 'comma' };
  return (
    <RadioField
      name={about}
      label={t(`question.${about}`)}
      hint={isContradiction ? t('question.contradiction') : undefined}
      defaultValue={answered}
      options={options.map(({ value, readings }) => ({
        value,
        label: t(`answer.${about}.${about === 'decimal' ? (names[value] ?? value) : value}`),
        hint: readings
          .map(({ found, rowNumber, readAs }) => t('answer.readAs', { found, row: rowNumber, readAs }))
          .join('; '),
      }))}
    />
  );
}
