import styles from './people.module.css';

export interface DayFilterProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** A day in a bar of filters. */
export function DayFilter({ name, label, value }: DayFilterProps) {
  return (
    <label className={styles.day}>
      <span>{label}</span>
      <input type="date" name={name} defaultValue={value} />
    </label>
  );
}
