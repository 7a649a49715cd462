import { useTranslations } from 'next-intl';
import { DateText, Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { Prose } from '@/components/layout/page';
import type { ExpectedFinish as Expected, NoForecast } from '@/domain/forecast/expected-finish';
import type { Result } from '@/domain/result';
import type { Sector } from '@/domain/vocabulary';

export interface ExpectedFinishProps {
  readonly expected: Result<Expected, NoForecast>;
  readonly sector: Sector;
  readonly subsectorLabel: string;
  readonly methodHref: string;
}

/** When the project ends if it goes on as reported, and on what that rests; or why nothing can be expected. */
export function ExpectedFinish({ expected, sector, subsectorLabel, methodHref }: ExpectedFinishProps) {
  const t = useTranslations('project.expected');
  const reasons = useTranslations('late.noForecast');
  return (
    <Prose>
      {expected.ok ? (
        <Range expected={expected.value} sector={sector} subsectorLabel={subsectorLabel} />
      ) : (
        <p>
          <Unknown />. {t('none')} {reasons(expected.problem)}
        </p>
      )}
      <p>
        {expected.ok && `${t('notAPromise')} `}
        <Link href={methodHref}>{t('method')}</Link>
      </p>
    </Prose>
  );
}

function Range({
  expected,
  sector,
  subsectorLabel,
}: { readonly expected: Expected } & Pick<ExpectedFinishProps, 'sector' | 'subsectorLabel'>) {
  const t = useTranslations('project.expected');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const days = (count: number) => format.quantity(Math.round(count), 'days');
  return (
    <>
      <p>
        <strong>
          {t.rich('between', {
            first: () => <DateText date={expected.first} />,
            last: () => <DateText date={expected.last} />,
          })}
        </strong>
      </p>
      <p>
        {t.rich('basis', {
          reports: expected.reports,
          size: expected.referenceClass.size,
          kind: expected.referenceClass.of,
          subsector: subsectorLabel,
          sector: words(`sector.${sector}`),
          asAt: () => <DateText date={expected.asAt} />,
        })}{' '}
        {t.rich('pace', {
          asAt: () => <DateText date={expected.asAt} />,
          on: () => <DateText date={expected.on} />,
          percent: format.percent(expected.percent),
          elapsed: days(expected.elapsedDays),
          planned: days(expected.plannedDays),
          earned: days(expected.earnedDays),
        })}
      </p>
    </>
  );
}
