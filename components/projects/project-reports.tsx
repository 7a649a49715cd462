import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DisagreementLinks } from '@/components/claims/disagreement-links';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { StatusMark } from '@/components/figures/marks';
import { statedMoney, statedNumber, statedPercent } from '@/components/figures/stated-value';
import { StatedLine } from './project-money';
import type { Report } from './published-project';
import styles from './project.module.css';

/** What was reported, latest first: each statement with its date, its words, and whose it is. */
export function ProjectReports({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <ol className={styles.reports}>
      {reports.map((report) => (
        <li key={report.slug} id={report.slug}>
          <h3>
            <DateText date={report.referenceOn} />
          </h3>
          {report.narrative && <p>{report.narrative}</p>}
          <Stated report={report} />
          <StatedLine statement={report.statement} />
          <DisagreementLinks rivals={report.rivals} />
          {report.statement.note && <p className={styles.small}>{report.statement.note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Stated({ report }: { readonly report: Report }) {
  const t = useTranslations('project.reports');
  const bases = useTranslations('words.quantityBasis');
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(report.status ? [[t('status'), <StatusMark key="status" status={report.status} />] as const] : []),
    ...(report.progressPercent !== null
      ? [[t('progress'), <FigureValue key="progress" value={statedPercent(report.progressPercent)} />] as const]
      : []),
    ...report.quantities.map(
      ({ label, quantity, unit, qualifier, basis }) =>
        [
          label,
          <span key={label}>
            <FigureValue value={statedNumber(quantity, unit ?? undefined, qualifier)} /> <small>({bases(basis)})</small>
          </span>,
        ] as const,
    ),
    ...(report.spentMinorUnits !== null
      ? [
          [
            t('spent'),
            <FigureValue key="spent" value={statedMoney(report.spentMinorUnits, report.currency)} />,
          ] as const,
        ]
      : []),
    ...(report.promisedEndOn
      ? [[t('promised'), <DateText key="promised" date={report.promisedEndOn} />] as const]
      : []),
  ];
  if (facts.length === 0) return null;
  return (
    <dl className={styles.stated}>
      {facts.map(([term, description], index) => (
        <div key={`${term} ${index}`}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
