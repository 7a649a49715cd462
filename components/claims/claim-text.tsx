import { useLocale, useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedMoney, statedNumber, statedPercent } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { day, type DateSpan, isIsoDate, precisions } from '@/domain/calendar';
import {
  type ClaimField,
  type ClaimKind,
  conditions,
  moneyKinds,
  projectStatuses,
  type Qualifier,
  readinessStates,
} from '@/domain/vocabulary';

/** A claim of a disagreement as it is told: by its record, or in words where no record holds it. */
export interface ToldClaim {
  readonly kind: ClaimKind | null;
  readonly slug: string | null;
  readonly field: ClaimField | null;
  readonly said: Readonly<Record<string, unknown>> | null;
  readonly value: string | null;
  readonly on: DateSpan | null;
  readonly qualifier: Qualifier | null;
  readonly title: string | null;
  readonly measures: readonly {
    readonly label: string;
    readonly unit: string | null;
    readonly quantity: number;
    readonly qualifier: Qualifier | null;
  }[];
}

/** What one claim says, in one line with its date; its record is one link away where it has a page. */
export function ClaimText({ claim }: { readonly claim: ToldClaim }) {
  const t = useTranslations('claims');
  const kinds = useTranslations('vocabulary.claimKinds');
  const { kind, slug, said, value, on } = claim;
  const locale = useLocale();
  if (!kind || !slug) return <>{value}</>;
  if (!said) return <>{`${kinds(kind)}: ${t('sheet.notNow')}`}</>;
  const href = hrefOf(claim, locale);
  return (
    <>
      {href ? <Link href={href}>{kinds(kind)}</Link> : kinds(kind)}
      {': '}
      <Said claim={claim} said={said} />
      {on && (
        <>
          , <DateText date={on} />
        </>
      )}
      {value && ` (${value})`}
    </>
  );
}

function Said({ claim, said }: { readonly claim: ToldClaim; readonly said: Readonly<Record<string, unknown>> }) {
  const words = useTranslations('words');
  const states = useTranslations('vocabulary.readinessStates');
  const fields = useTranslations('vocabulary.claimFields');
  const format = useFigureFormat();
  const { kind, field, qualifier, measures } = claim;
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : null);
  const number = (name: string) => (typeof said[name] === 'number' ? said[name] : null);
  const dated = field ? spanIn(said, snake(field)) : null;
  if (field && dated)
    return (
      <>
        {fields(field)}: <DateText date={dated} />
      </>
    );
  const status = projectStatuses.find((each) => each === text('status'));
  if (field === 'status' && status) return <>{words(`status.${status}`)}</>;
  switch (kind) {
    case 'resettlement':
      return (['families', 'persons'] as const)
        .filter((metric) => number(metric) !== null || said[`${metric}_withheld`] === true)
        .filter((metric) => field === null || field === metric)
        .map((metric, index) => (
          <span key={metric}>
            {index > 0 && ', '}
            <FigureValue
              value={
                said[`${metric}_withheld`] === true
                  ? { kind: 'withheld' }
                  : statedNumber(number(metric), metric, qualifier)
              }
            />
          </span>
        ));
    case 'progress_report': {
      const percent = number('physical_progress_percent');
      if (percent !== null && (field === null || field === 'physicalProgressPercent'))
        return <FigureValue value={statedPercent(percent)} />;
      if (measures.length > 0 && field !== 'statement') return <Measures measures={measures} />;
      return <>{text('narrative')}</>;
    }
    case 'project': {
      if (measures.length > 0 && (field === null || field === 'measures')) return <Measures measures={measures} />;
      return <>{status ? words(`status.${status}`) : text('title')}</>;
    }
    case 'condition': {
      const condition = conditions.find((each) => each === text('condition'));
      return <>{condition ? words(`condition.${condition}`) : text('statement')}</>;
    }
    case 'budget_line': {
      const moneyKind = moneyKinds.find((each) => each === text('kind'));
      const period = spanIn(said, 'period');
      const amount = said.amount_minor_units;
      return (
        <>
          {moneyKind && `${words(`moneyKind.${moneyKind}`)}, `}
          <FigureValue
            value={statedMoney(typeof amount === 'number' ? BigInt(amount) : null, text('currency'), qualifier)}
          />
          {period && `, ${format.date(period)}`}
        </>
      );
    }
    case 'contract': {
      const worth = number('value_minor_units');
      return (
        <>
          {text('title')}
          {worth !== null && ', '}
          {worth !== null && <FigureValue value={statedMoney(BigInt(worth), text('currency'), qualifier)} />}
        </>
      );
    }
    case 'readiness': {
      const state = readinessStates.find((each) => each === text('state'));
      return <>{state ? states(state) : text('statement')}</>;
    }
    case 'context_fact':
      return number('value') !== null ? (
        <>
          <FigureValue value={statedNumber(number('value'), text('unit') ?? undefined, qualifier)} />:{' '}
          {text('statement')}
        </>
      ) : (
        <>{text('statement')}</>
      );
    case 'target':
      return <FigureValue value={statedNumber(number('value'), text('metric') ?? undefined, qualifier)} />;
    case 'landmark':
      return <>{text('description') ?? text('title')}</>;
    default:
      return <>{text('title') ?? text('statement') ?? text('state')}</>;
  }
}

function Measures({ measures }: Pick<ToldClaim, 'measures'>) {
  return measures.map(({ label, quantity, unit, qualifier }, index) => (
    <span key={label}>
      {index > 0 && ', '}
      {label.toLowerCase() !== unit?.toLowerCase() && `${label} `}
      <FigureValue value={statedNumber(quantity, unit ?? undefined, qualifier)} />
    </span>
  ));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function spanIn(said: Readonly<Record<string, unknown>>, stem: string): DateSpan | null {
  const [first, last] = [said[`${stem}_first`], said[`${stem}_last`]];
  const precision = precisions.find((each) => each === said[`${stem}_precision`]);
  if (typeof first !== 'string' || typeof last !== 'string' || !precision || !isIsoDate(first) || !isIsoDate(last))
    return null;
  return { first: day(first), last: day(last), precision };
}

/** The page on which the record is seen. */
function hrefOf({ kind, slug, said }: ToldClaim, locale: string): string | null {
  const of = (name: string) => (typeof said?.[name] === 'string' ? said[name] : null);
  const project = kind === 'project' ? slug : of('project_slug');
  const landmark = kind === 'landmark' ? slug : of('landmark_slug');
  if (project) return `/${locale}/projects/${project}${kind === 'progress_report' ? `#${slug}` : ''}`;
  if (landmark) return `/${locale}/heritage/${landmark}${kind === 'condition' ? `#${slug}` : ''}`;
  const place = of('place_slug');
  return place ? `/${locale}/places/${place}` : null;
}
