import { useTranslations } from 'next-intl';
import styles from './import.module.css';

export type ShownStep = 'file' | 'table' | 'columns' | 'rows' | 'propose';
const steps: readonly ShownStep[] = ['file', 'table', 'columns', 'rows', 'propose'];

/** Where a file is on its way to a submission. */
export function Steps({ current }: { readonly current: ShownStep }) {
  const t = useTranslations('workspace.import');
  return (
    <nav aria-label={t('stepsLabel')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
