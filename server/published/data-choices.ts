import 'server-only';
import * as z from 'zod';

const choice = z.object({ value: z.string(), label: z.string() });

/** What a filter offers. */
export type Choice = z.output<typeof choice>;

/** In the order of the reader's alphabet. */
export function choicesIn(language: string, rows: unknown): readonly Choice[] {
  const alphabet = new Intl.Collator(language);
  return z
    .array(choice)
    .parse(rows)
    .sort((one, other) => alphabet.compare(one.label, other.label));
}
