import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { Shade } from '@/domain/map/shades';
import styles from './map.module.css';

export interface ShadeKeyProps {
  readonly shades: readonly Shade[];
  /** What is counted, with its unit. */
  readonly label: string;
}

/** Which shade stands for how many; nothing is said apart from few. */
export function ShadeKey({ shades, label }: ShadeKeyProps) {
  const t = useTranslations('maps');
  const format = useFigureFormat();
  return (
    <div className={styles.key}>
      <p>{label}</p>
      <ul>
        <li>
          <span className={`${styles.swatch} ${styles.shade0}`} />
          {t('none')}
        </li>
        {shades.map(({ least, most }, index) => (
          <li key={least}>
            <span className={`${styles.swatch} ${styles[`shade${index + 1}`]}`} />
            {least === most
              ? format.number(least)
              : t('range', { least: format.number(least), most: format.number(most) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
