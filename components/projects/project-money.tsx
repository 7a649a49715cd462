import { useTranslations } from 'next-intl';
import { DateText, FigureValue, Unknown } from '@/components/figures/figure-value';
import { VerificationMark } from '@/components/figures/marks';
import { SourceCitation } from '@/components/figures/source-citation';
import { statedMoney } from '@/components/figures/stated-value';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import { type MoneyKind, moneyKinds, type Qualifier } from '@/domain/vocabulary';
import { ProjectAttribution } from './project-attribution';
import type { Contract, Money, Report, Statement } from './published-project';
import styles from './project.module.css';

export interface ProjectMoneyProps {
  readonly money: readonly Money[];
  readonly contracts: readonly Contract[];
  readonly reports: readonly Report[];
}

interface Amount {
  readonly kind: MoneyKind;
  readonly minorUnits: bigint;
  readonly currency: string;
  readonly qualifier: Qualifier | null;
  readonly period: DateSpan | null;
  readonly accumulation: 'in_period' | 'cumulative';
  readonly of: string | null;
  readonly statement: Statement;
}

/** The steps from required to spent. Each stands by itself: amounts of different kinds and periods are not compared. */
export function ProjectMoney({ money, contracts, reports }: ProjectMoneyProps) {
  const t = useTranslations('project.money');
  const words = useTranslations('words');
  const amounts: readonly Amount[] = [
    ...money.map((line) => ({ ...line, of: null })),
    ...contractAmounts(contracts),
    ...spentAmounts(reports),
  ];
  if (amounts.length === 0) return <p>{t('nothing')}</p>;
  return (
    <ol className={styles.steps}>
      {moneyKinds.map((kind) => {
        const ofKind = amounts.filter((amount) => amount.kind === kind);
        return (
          <li key={kind}>
            <h3>{words(`moneyKind.${kind}`)}</h3>
            {ofKind.length === 0 && <Unknown />}
            {ofKind.map((amount, index) => (
              <div key={index}>
                <p className={styles.amount}>
                  <FigureValue value={statedMoney(amount.minorUnits, amount.currency, amount.qualifier)} />
                </p>
                <p className={styles.small}>
                  {words(`accumulation.${amount.accumulation}`)}
                  {', '}
                  <DateText date={amount.period} />
                  {amount.of && `, ${amount.of}`}
                </p>
                <StatedLine statement={amount.statement} />
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

/** "Ministry of Finance · reported · source", under an amount or a report. */
export function StatedLine({ statement }: { readonly statement: Statement }) {
  const t = useTranslations('figures');
  return (
    <p className={styles.small}>
      {statement.statedBy ?? t('whoUnknown')}
      {' · '}
      <VerificationMark verification={statement.verification} by={statement.verifiedBy} />
      {' · '}
      <SourceCitation source={statement.source} />
    </p>
  );
}

function contractAmounts(contracts: readonly Contract[]): readonly Amount[] {
  return contracts.flatMap(({ minorUnits, currency, signedOn, amendments, title, statement }) => {
    const value =
      amendments.findLast(({ newValueMinorUnits }) => newValueMinorUnits !== null)?.newValueMinorUnits ?? minorUnits;
    return value === null || !currency
      ? []
      : [
          {
            kind: 'contracted' as const,
            minorUnits: value,
            currency,
            qualifier: null,
            period: signedOn,
            accumulation: 'cumulative' as const,
            of: title,
            statement,
          },
        ];
  });
}

/** Of what reports say was spent, the latest of each currency: a running total is not added to the one before. */
function spentAmounts(reports: readonly Report[]): readonly Amount[] {
  const spent = reports.flatMap(({ spentMinorUnits, currency, referenceOn, statement }) =>
    spentMinorUnits === null || !currency
      ? []
      : [
          {
            kind: 'spent' as const,
            minorUnits: spentMinorUnits,
            currency,
            qualifier: null,
            period: referenceOn,
            accumulation: 'cumulative' as const,
            of: null,
            statement,
          },
        ],
  );
  return spent.filter(({ currency }, index) => spent.findIndex((other) => other.currency === currency) === index);
}

export function ProjectContracts({ contracts }: { readonly contracts: readonly Contract[] }) {
  const t = useTranslations('project.contracts');
  const methods = useTranslations('vocabulary.procurementMethods');
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      rows={contracts}
      rowKey={({ slug }) => slug}
      columns={[
        { id: 'title', head: t('contract'), isRowHead: true, cell: ({ title }) => title },
        { id: 'supplier', head: t('supplier'), cell: ({ supplier }) => supplier },
        { id: 'method', head: t('method'), cell: ({ procurementMethod }) => methods(procurementMethod) },
        {
          id: 'value',
          head: t('value'),
          kind: 'number',
          cell: ({ minorUnits, currency }) => <FigureValue value={statedMoney(minorUnits, currency)} />,
        },
        { id: 'signed', head: t('signed'), cell: ({ signedOn }) => <DateText date={signedOn} form="short" /> },
        { id: 'ends', head: t('ends'), cell: (contract) => <ContractEnd {...contract} /> },
        {
          id: 'amendments',
          head: t('amendments'),
          cell: ({ amendments, currency }) =>
            amendments.length === 0
              ? t('none')
              : amendments.map(({ reason, newValueMinorUnits }, index) => (
                  <div key={index}>
                    {reason}
                    {newValueMinorUnits !== null && (
                      <>
                        {': '}
                        <FigureValue value={statedMoney(newValueMinorUnits, currency)} />
                      </>
                    )}
                  </div>
                )),
        },
        { id: 'by', head: t('by'), cell: ({ statement }) => <ProjectAttribution statement={statement} /> },
      ]}
    />
  );
}

/** The end as it stands now; where an amendment has moved it, the end agreed first beside it. */
function ContractEnd({ endsOn, amendments }: Contract) {
  const t = useTranslations('project.contracts');
  const moved = amendments.findLast(({ newEndsOn }) => newEndsOn !== null);
  if (!moved) return <DateText date={endsOn} form="short" />;
  return (
    <>
      <DateText date={moved.newEndsOn} form="short" />
      <p className={styles.small}>{t.rich('endWhenSigned', { date: () => <DateText date={endsOn} form="short" /> })}</p>
    </>
  );
}
