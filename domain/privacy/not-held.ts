import type { Content } from '../record/content';
import { rowsOf } from '../record/content';

/**
 * What stands in the place of a number that is withheld, in public and in an archive. A record that was loaded from its
 * archive knows only that there is such a number.
 */
export const withheldWord = 'withheld';

export interface NotHeld {
  readonly familiesNotHeld: boolean;
  readonly personsNotHeld: boolean;
}

export const notHeldIn = (content: Content): NotHeld => ({
  familiesNotHeld: content.families === withheldWord,
  personsNotHeld: content.persons === withheldWord,
});

export const isAnyNotHeld = (content: Content): boolean =>
  Object.values(notHeldIn(content)).includes(true) ||
  rowsOf(content, 'breakdown').some(({ persons }) => persons === withheldWord);
