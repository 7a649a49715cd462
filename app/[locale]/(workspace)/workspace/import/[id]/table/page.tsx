import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedRun, ImportFrame } from '@/app/_edge/import-page';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { Button, ButtonRow } from '@/components/controls/button';
import { type Choice, NumberField, RadioField, SelectField } from '@/components/controls/field';
import { ActionForm } from '@/components/forms/action-form';
import styles from '@/components/import/import.module.css';
import { Notice } from '@/components/layout/notice';
import { Section } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import { cellText, type SheetRow } from '@/domain/import/cell';
import type { FileQuestion } from '@/domain/import/file-questions';
import { readSheetStart } from '@/server/workspace/import/read-sheet';
import { chooseTableHere, dropHere } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.import'))('steps.table') };
}

const shownRows = 6;
const shownColumns = 6;

export default async function TablePage({ params }: PageProps<'/[locale]/workspace/import/[id]/table'>) {
  const { actor, run } = await askedRun((await params).id);
  const [t, words] = [await getTranslations('workspace.import'), await getTranslations()];
  const isOpen = run.state !== 'proposed' && run.state !== 'dropped';
  const start = isOpen ? await readSheetStart(actor, run, run.fileAnswers) : null;
  return (
    <ImportFrame run={run} step="table" title={t('table')}>
      {start && !start.ok && (
        <Notice tone="problem">
          <p>{problemSentence(start.problem, words)}</p>
        </Notice>
      )}
      {start?.ok && (
        <>
          <Section title={t('begins')}>
            <FirstRows rows={start.value.rows} />
          </Section>
          <ActionForm action={chooseTableHere} hidden={{ runId: run.id }}>
            <div className={styles.fields}>
              <SelectField
                name="table"
                label={t('table')}
                hint={t('tableHint')}
                required
                defaultValue={run.table ?? start.value.likeliest ?? ''}
                options={start.value.tables.map((table) => ({
                  value: table,
                  label: words(`files.table.${table}.title`),
                }))}
              />
              {start.value.questions
                .filter(({ about }) => about !== 'sheet')
                .map((question) => (
                  <Question key={question.about} question={question} />
                ))}
              {start.value.sheets.length > 1 ? (
                <SelectField
                  name="sheet"
                  label={t('sheet')}
                  emptyLabel={null}
                  defaultValue={run.fileAnswers.sheet ?? start.value.sheet ?? ''}
                  options={start.value.sheets.map((name) => ({ value: name, label: name }))}
                />
              ) : (
                start.value.sheet !== null && <input type="hidden" name="sheet" value={start.value.sheet} />
              )}
              {(['encoding', 'delimiter'] as const).map((name) => {
                const answered = run.fileAnswers[name];
                const isAsked = start.value.questions.some(({ about }) => about === name);
                return answered && !isAsked && <input key={name} type="hidden" name={name} value={answered} />;
              })}
              <NumberField
                name="headerRow"
                label={t('headerRow')}
                hint={t('headerRowHint')}
                isOptional
                defaultValue={run.fileAnswers.headerRow ?? ''}
              />
              <ButtonRow>
                <Button>{t('goOn')}</Button>
              </ButtonRow>
            </div>
          </ActionForm>
        </>
      )}
      <div className={styles.actions}>
        <ActionForm action={dropHere} hidden={{ runId: run.id }}>
          <Button weight="quiet">{t('drop')}</Button>
        </ActionForm>
      </div>
    </ImportFrame>
  );
}

async function Question({ question: { about, options } }: { readonly question: FileQuestion }) {
  const t = await getTranslations('import.reading');
  const labelOf = (value: string) => {
    const key = `answer.${about}.${delimiterNames[value] ?? value}`;
    return t.has(key) ? t(key) : value;
  };
  return (
    <RadioField
      name={about}
      label={t(`question.${about}`)}
      options={options.map(({ value, sample }): Choice & { hint: string } => ({
        value,
        label: labelOf(value),
        hint: sample.join(' · '),
      }))}
    />
  );
}

const delimiterNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

async function FirstRows({ rows }: { readonly rows: readonly SheetRow[] }) {
  const t = await getTranslations('workspace.import');
  const wide = Math.min(shownColumns, Math.max(1, ...rows.slice(0, shownRows).map(({ cells }) => cells.length)));
  return (
    <DataTable
      caption={t('begins')}
      isCaptionHidden
      phone="scroll"
      density="compact"
      rows={rows.slice(0, shownRows)}
      rowKey={({ rowNumber }) => String(rowNumber)}
      columns={[
        { id: 'row', head: t('beginsRow'), kind: 'number', isRowHead: true, cell: ({ rowNumber }) => rowNumber },
        ...Array.from({ length: wide }, (_, at) => ({
          id: `column-${at}`,
          head: t('beginsColumn', { number: at + 1 }),
          cell: ({ cells }: SheetRow) => <div className={styles.cells}>{cellText(cells[at])}</div>,
        })),
      ]}
    />
  );
}
