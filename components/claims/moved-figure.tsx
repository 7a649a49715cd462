import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { statedNumber } from '@/components/figures/stated-value';
import { readDateSpan } from '@/domain/calendar';
import { movesOf, type PromisedVersion } from '@/domain/moved-figures';
import styles from './claims.module.css';

export interface MovedFigureProps {
  /** Oldest first. */
  readonly versions: readonly PromisedVersion[];
  readonly unit?: string | null;
}

/** What a promised figure was before, and why it changed. Nothing where it never moved. */
export function MovedFigure({ versions, unit }: MovedFigureProps) {
  const t = useTranslations('claims.moved');
  const reasons = useTranslations('vocabulary.reasonKinds');
  const moves = movesOf(versions);
  if (moves.length < 2) return null;
  return (
    <details className={styles.beside}>
      <summary>{t('summary', { count: moves.length - 1 })}</summary>
      <ol>
        {moves.map(({ publishedOn, value, dueOn, reasonKind, reason }, index) => (
          <li key={`${publishedOn} ${index}`}>
            <FigureValue value={statedNumber(value, unit ?? undefined)} />
            {dueOn && <Due text={dueOn} />}, {t('published')} <DateText date={publishedOn} form="short" />
            {index > 0 && `: ${reasons(reasonKind)}${reason ? `. ${reason}` : ''}`}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Due({ text }: { readonly text: string }) {
  const t = useTranslations('claims.moved');
  const span = readDateSpan(text);
  return (
    <>
      {' '}
      {t('by')} {span.ok ? <DateText date={span.value} form="short" /> : text}
    </>
  );
}
