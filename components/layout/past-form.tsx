import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { monthsBefore } from '@/domain/calendar';
import { type Past, pastQuery } from '@/domain/past';
import { hrefOn } from './asked-page';
import { Link } from './link';
import type { RecordDateProps } from './record-date';
import styles from './record-date.module.css';

/** The two questions about the past, apart: what was said on a day, and what had happened by one. */
export function PastForm({ page, today, beginsOn, methodologyHref, changesHref }: RecordDateProps) {
  const t = useTranslations('layout.past');
  const format = useFigureFormat();
  return (
    <form action={page.pathname} method="get" className={styles.form}>
      {page.kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {(['asOf', 'until'] as const).map((name) => (
        <fieldset key={name} className={styles.question}>
          <legend>{t(`${name}.title`)}</legend>
          <p>{t(`${name}.text`)}</p>
          <ul className={styles.choices}>
            <li>
              <DayLink page={page} past={{ ...page.past, [name]: null }} label={t('today')} />
            </li>
            <li>
              <DayLink page={page} past={{ ...page.past, [name]: monthsBefore(today, 12) }} label={t('yearAgo')} />
            </li>
            <li>
              <label>
                <span>{t('day')}</span>
                <input type="date" name={name} max={today} defaultValue={page.past[name] ?? ''} />
              </label>
            </li>
          </ul>
          {name === 'asOf' && beginsOn && <p>{t('begins', { day: format.date(beginsOn) })}</p>}
        </fieldset>
      ))}
      <div className={styles.go}>
        <button type="submit">{t('go')}</button>
        <Link href={changesHref}>{t('changes')}</Link>
        <Link href={methodologyHref}>{t('more')}</Link>
      </div>
    </form>
  );
}

interface DayLinkProps extends Pick<RecordDateProps, 'page'> {
  readonly past: Past;
  readonly label: string;
}

function DayLink({ page, past, label }: DayLinkProps) {
  const isHere = past.asOf === page.past.asOf && past.until === page.past.until;
  return (
    <a href={hrefOn(page, pastQuery(past))} aria-current={isHere ? 'true' : undefined}>
      {label}
    </a>
  );
}
