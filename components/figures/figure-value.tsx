import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { machineDate, type DateForm } from './format-date';
import { formatMoney } from './format-number';
import { useFigureFormat } from './server-format';
import type { StatedValue } from './stated-value';
import styles from './figure.module.css';

export interface FigureValueProps {
  readonly value: StatedValue;
  /** The page's part about this figure, when the value stands in a sentence: `#returned-families`. */
  readonly href?: string;
  /** The unit smaller than the number: in headline figures. */
  readonly hasSmallUnit?: boolean;
}

/** A stated value as text, in a sentence or a cell. Where there is room, `Figure` says the rest. */
export function FigureValue({ value, href, hasSmallUnit }: FigureValueProps) {
  const format = useFigureFormat();
  if (value.kind === 'unknown') return <Unknown />;
  if (value.kind === 'withheld') return <Withheld />;
  if (value.kind === 'date') {
    return <time dateTime={machineDate(value.date)}>{format.stated(value)}</time>;
  }
  const stated = hasSmallUnit ? (
    <SmallUnit text={format.stated(value)} isMoney={value.kind === 'money'} />
  ) : (
    format.stated(value)
  );
  const text = href ? <Link href={href}>{stated}</Link> : stated;
  return <data {...exactly(value, format.locale)}>{text}</data>;
}

/** The formats join a number and its unit with a no-break space, and put the currency first. */
function SmallUnit({ text, isMoney }: { readonly text: string; readonly isMoney: boolean }) {
  const [before = '', ...rest] = text.split('\u00a0');
  const after = rest.join('\u00a0');
  if (!after) return text;
  return (
    <>
      {isMoney ? <span className={styles.small}>{before}</span> : before}
      {'\u00a0'}
      {isMoney ? after : <span className={styles.small}>{after}</span>}
    </>
  );
}

/** "Not known", with the symbol that stands for it everywhere. */
export function Unknown() {
  const t = useTranslations('figures');
  return (
    <span className={styles.unknown} title={t('unknownLegend')}>
      <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="5" />
      </svg>
      {t('unknown')}
    </span>
  );
}

/** Counted, and kept from the public: small, or it would tell a small count. */
export function Withheld() {
  const t = useTranslations('figures');
  return (
    <span className={styles.unknown} title={t('withheldLegend')}>
      <svg className={styles.sign} viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 6h10" />
      </svg>
      {t('withheld')}
    </span>
  );
}

/** A date as precisely as it is known; null is "not known". */
export function DateText({ date, form }: { readonly date: DateSpan | IsoDate | null; readonly form?: DateForm }) {
  const format = useFigureFormat();
  if (!date) return <Unknown />;
  return <time dateTime={machineDate(date)}>{format.date(date, form)}</time>;
}

/** Explains the sign for unknown, and for withheld, under a table or a list that has it. */
export function FigureLegend({ hasWithheld }: { readonly hasWithheld?: boolean }) {
  const t = useTranslations('figures');
  return (
    <dl className={styles.legend} aria-label={t('legend')}>
      <div>
        <dt>
          <Unknown />
        </dt>
        <dd>{t('unknownLegend')}</dd>
      </div>
      {hasWithheld && (
        <div>
          <dt>
            <Withheld />
          </dt>
          <dd>{t('withheldLegend')}</dd>
        </div>
      )}
    </dl>
  );
}

function exactly(value: StatedValue, locale: string): { value: string; title?: string } {
  switch (value.kind) {
    case 'money':
      return {
        value: `${value.minorUnits}`,
        title: formatMoney(locale, value.minorUnits, value.currency, 'exact'),
      };
    case 'number':
    case 'percent':
      return { value: String(value.value) };
    default:
      return { value: '' };
  }
}
