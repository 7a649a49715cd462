import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/tables/data-table';
import { exampleRefusal } from '@/domain/api/example';
import { type ApiProblemKind, apiProblemStatus } from '@/domain/api/problem';
import styles from './api.module.css';

const kinds = Object.keys(apiProblemStatus) as ApiProblemKind[]; // its keys are the kinds

/** Every kind of refusal with the sentence it would say, each with an address of its own: the `type` of the answer leads here. */
export function ProblemsTable() {
  const t = useTranslations('api');
  return (
    <DataTable
      caption={t('page.errors.caption')}
      isCaptionHidden
      density="compact"
      rows={kinds}
      rowKey={(kind) => kind}
      columns={[
        {
          id: 'kind',
          head: t('page.errors.kind'),
          isRowHead: true,
          cell: (kind) => (
            <code className={styles.kind} id={`problem-${kind}`}>
              {kind}
            </code>
          ),
        },
        { id: 'status', head: t('page.errors.status'), kind: 'number', cell: (kind) => apiProblemStatus[kind] },
        {
          id: 'says',
          head: t('page.errors.says'),
          cell: (kind) => t(`problem.${kind}.detail`, exampleRefusal(kind).values),
        },
      ]}
    />
  );
}
