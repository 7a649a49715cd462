import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import { pagingParameters, pastParameters } from '@/domain/api/parameters';
import { apiRoot, type ApiRoute, type ApiWords } from '@/domain/api/route';
import { apiRoutes } from '@/domain/api/routes';
import { filtersOf } from '@/domain/export/filters';
import { tableNames } from '@/domain/export/tables';
import styles from './api.module.css';

const [aTable] = tableNames;

/** Every address there is: those of a table once, for all tables. */
export function RoutesTable() {
  const t = useTranslations('api');
  return (
    <DataTable
      caption={t('page.routes.caption')}
      isCaptionHidden
      density="compact"
      rows={apiRoutes.filter(({ about }) => about.table === undefined || about.table === aTable)}
      rowKey={({ id }) => id}
      columns={[
        { id: 'address', head: t('page.routes.address'), isRowHead: true, cell: (route) => <Address route={route} /> },
        { id: 'gives', head: t('page.routes.gives'), cell: ({ about }) => t(inGeneral(about)) },
        { id: 'parameters', head: t('page.routes.parameters'), cell: (route) => <Names names={namesIn(route)} /> },
        { id: 'rate', head: t('page.routes.rate'), cell: ({ rate }) => <a href="#rates">{rate}</a> },
      ]}
    />
  );
}

/** What of a route is in the address of any table. */
const namesIn = ({ parameters }: ApiRoute) =>
  parameters.map(({ name }) => name).filter((name) => !Object.hasOwn(filtersOf[aTable], name));

/** What is told of one table, told of all of them. */
const inGeneral = ({ key, table }: ApiWords) =>
  table ? key.replace(/^api\.route\./, 'page.routes.each.') : key.replace(/^api\./, '');

function Address({ route: { method, path, about } }: { readonly route: ApiRoute }) {
  const general = about.table ? path.replace(`/${about.table}`, '/{table}') : path;
  return (
    <code>
      {method} {apiRoot}
      {general}
    </code>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const t = useTranslations('api.page.routes');
  if (names.length === 0) return t('none');
  return (
    <span className={styles.names}>
      {names.map((name) => (
        <code key={name}>{name}</code>
      ))}
    </span>
  );
}

/** Every list with its own filters; what each may say stands on the page of its table. */
export function ListsTable({ tableHref }: { readonly tableHref: (table: string) => string }) {
  const t = useTranslations('api.page.routes');
  const files = useTranslations('files.table');
  return (
    <DataTable
      caption={t('tablesCaption')}
      isCaptionHidden
      density="compact"
      rows={tableNames}
      rowKey={(table) => table}
      columns={[
        {
          id: 'list',
          head: t('list'),
          isRowHead: true,
          cell: (table) => (
            <Link href={`${apiRoot}/${table}`} rel="nofollow">
              <code>{`${apiRoot}/${table}`}</code>
            </Link>
          ),
        },
        {
          id: 'holds',
          head: t('holds'),
          cell: (table) => <Link href={tableHref(table)}>{files(`${table}.title`)}</Link>,
        },
        { id: 'filters', head: t('filters'), cell: (table) => <Names names={Object.keys(filtersOf[table])} /> },
      ]}
    />
  );
}

/** The parameters that are the same everywhere, with what they do. */
export function SharedParametersTable() {
  const t = useTranslations('api');
  return (
    <DataTable
      caption={t('page.routes.parametersCaption')}
      isCaptionHidden
      density="compact"
      rows={[...pastParameters, ...pagingParameters]}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', head: t('page.routes.parameter'), isRowHead: true, cell: ({ name }) => <code>{name}</code> },
        { id: 'meaning', head: t('page.routes.meaning'), cell: ({ about }) => t(about.key.replace(/^api\./, '')) },
      ]}
    />
  );
}
