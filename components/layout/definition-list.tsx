import type { ReactNode } from 'react';
import styles from './definition-list.module.css';

export interface DefinitionListProps {
  /** What is not known is passed as `<Unknown />`, so that its line stays visible. `null` leaves the line out. */
  readonly entries: readonly ({ readonly term: string; readonly description: ReactNode } | null)[];
}

/** Facts by name: sector, place, who leads. */
export function DefinitionList({ entries }: DefinitionListProps) {
  return (
    <dl className={styles.list}>
      {entries.map(
        (entry) =>
          entry && (
            <div key={entry.term}>
              <dt>{entry.term}</dt>
              <dd>{entry.description}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
