import { ActiveFilters } from '@/components/layout/active-filters';

export interface FilterChip {
  readonly name: string;
  /** "Place". */
  readonly label: string;
  /** "Shusha". */
  readonly value: string | undefined;
}

export interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  /** The filters that are on, as the address has them. */
  readonly filters: Readonly<Record<string, string>>;
  readonly hrefFor: (filters: Readonly<Record<string, string>>) => string;
}

/** The filters that are on, each with the way to take it off. */
export function FilterChips({ chips, filters, hrefFor }: FilterChipsProps) {
  const shown = Object.entries(filters).map(([name, value]) => {
    const chip = chips.find((one) => one.name === name);
    return {
      label: `${chip?.label ?? name}: ${chip?.value ?? value}`,
      removeHref: hrefFor(Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name))),
    };
  });
  return <ActiveFilters filters={shown} clearHref={hrefFor({})} />;
}
